import { defaultPrompt } from '@/lib/suggestions/default-prompt'
import type { Engine, EngineMessage, EngineReply, EngineRequest } from '@/worker/engine'

export const CLOSING = { zh: '如有其他问题欢迎继续咨询。', en: 'Feel free to ask if you have any other questions.' }

/** The system prompts the pocket model was trained on. */
export const SYSTEM = { zh: defaultPrompt.zh, en: defaultPrompt.en }

/** The user part of a prompt; without a rule, the words for none. */
export function question(language: 'zh' | 'en', text: string, rule?: string): string {
  if (language === 'zh') return `用户问题：${text}\n相关规则：\n${rule ? `[1] ${rule}` : '（无）'}\n请生成回复：`
  return `Customer question: ${text}\nRelevant rules:\n${rule ? `[1] ${rule}` : '(none)'}\nWrite the reply:`
}

export const PROMPTS: [language: 'zh' | 'en', user: string][] = [
  [
    'zh',
    question('zh', '我昨天买的耳机还没发货，怎么回事？', '发货：现货商品在付款后48小时内发货，预售商品以商品页面标注的发货时间为准。'),
  ],
  ['zh', question('zh', '尺码不对可以换货吗？', '换货：签收后7天内，商品未穿着、未洗涤且吊牌完好的，可以申请换货一次。')],
  [
    'en',
    question(
      'en',
      'When do I get my refund?',
      'How long does a refund take: We refund within 3 business days after we receive the return.',
    ),
  ],
  [
    'en',
    question(
      'en',
      'how do i use my points',
      'Points: 100 points are worth $1. Tick "use points" at checkout. Points expire after 12 months.',
    ),
  ],
]

/** A question at which the model wavers between its rule and handing over, so that draws differ. */
export const WAVERING: [language: 'en', user: string] = [
  'en',
  question('en', 'How long do refunds take?', 'How long does a refund take: We refund within 3 business days after we receive the return.'),
]

/** Asks the engine with the system prompt of the language. */
export async function ask(engine: Engine, language: 'zh' | 'en', user: string, more: Partial<EngineRequest> = {}): Promise<EngineReply> {
  const messages: EngineMessage[] = [
    { role: 'system', text: SYSTEM[language] },
    { role: 'user', text: user },
  ]
  const prompt = await engine.prepare({ messages }, { truncation: 'disabled' })
  return engine.submit({ prompt, priority: 'interactive', signal: new AbortController().signal, maxTokens: 200, ...more })
}
