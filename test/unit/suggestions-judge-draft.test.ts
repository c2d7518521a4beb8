import { describe, expect, test } from 'vitest'
import { composeExtractive, composeVerbatim, holdingText } from '@/lib/suggestions/compose-fallback'
import { checkGrounding } from '@/lib/suggestions/grounding/check-grounding'
import { judgeDraft } from '@/lib/suggestions/grounding/judge-draft'

const ZH = '备货完成后会发送取货码，请在15天内取货。门店取货时间7:30至17:30。逾期5天未取自动退款。定制商品不支持退货。'
const EN = 'Standard delivery takes 3 days and costs $4. Express delivery takes 1 day and costs $12. A restore takes 72 hours.'

type Options = {
  isStrict?: boolean
  finishReason?: string
  looped?: boolean
  answers?: string[]
  scores?: number[]
  language?: 'zh' | 'en'
}

function judge(text: string, options: Options = {}) {
  const language = options.language ?? (/\p{Script=Han}/u.test(text) ? 'zh' : 'en')
  const { scores = [] } = options
  const answers = options.answers ?? [language === 'zh' ? ZH : EN]
  const rules = answers.map((answer, i) => ({ position: i + 1, ruleId: `r${i}`, title: '', answer, score: scores[i] ?? 1 }))
  const grounding = checkGrounding({ text, rules, ticketText: '', language })
  const verdict = judgeDraft({ finishReason: 'stop', looped: false, ...options, text, rules, grounding, language })
  return verdict.isUsable ? 'usable' : verdict.cause
}

describe('a draft from its rule is usable', () => {
  test.each([
    '您好，备货完成后会发送取货码，请在15天内取货。门店取货时间7:30至17:30。[1]如有其他问题欢迎继续咨询。',
    '很抱歉给您带来不便。逾期5天未取自动退款。[1]如有其他问题欢迎继续咨询。',
    'Hello! A restore takes 72 hours. [1] Feel free to ask if you have any other questions.',
    'Sorry for the inconvenience. Standard delivery takes 3 days and costs $4. [1]',
  ])('%s', (text) => {
    expect(judge(text)).toBe('usable')
    expect(judge(text, { isStrict: false })).toBe('usable')
  })

  test('our own replies are', () => {
    expect(judge(composeVerbatim({ answer: ZH }, 1, 'zh'))).toBe('usable')
    expect(judge(composeExtractive({ rule: { answer: EN }, position: 1, question: 'restore', language: 'en', maxLength: 40 }))).toBe(
      'usable',
    )
  })

  test('without a rule, handing over is', () => {
    expect(judge(holdingText('zh', { noRule: true }), { answers: [] })).toBe('usable')
  })
})

describe('what the pocket model does wrong is not', () => {
  test.each<[string, string, Options?]>([
    ['loop', `Hello! A restore takes 72 ho${'ue'.repeat(40)}`],
    ['loop', '您好，逾期5天未取自动退款。[1]', { looped: true }],
    ['loop', 'Hello! A restore takes 72 hours. A restore takes 72 hours. [1]'],
    ['bad_output', ''],
    ['bad_output', '[1]'],
    ['bad_output', '您好，备货完成后会发送取', { finishReason: 'length' }],
    ['bad_output', 'Hello! A restore take协. [1]', { language: 'en' }],
    ['bad_output', '您好，逾期5天未取自动退款。[1]', { language: 'en' }],
    ['bad_output', 'A restore takes 72 hours. [1]', { language: 'zh' }],
    ['bad_output', '您好，逾期5天未取自动退款。[1]<|im_end|>'],
    ['bad_output', '您好，逾期5天未取自动退款。[1]\n用户问题：还有吗'],
    ['bad_output', '您好，逾期5天\uFFFD未取自动退款。[1]'],
    ['refused', '您好，您咨询的问题暂时没有查到相关规定，我会转交人工同事为您确认，请稍候。如有其他问题欢迎继续咨询。'],
    ['refused', 'Hello! I could not find a rule that answers your question, so a human colleague will confirm this for you shortly.'],
    ['refused', '很高兴为您服务，请告诉我您遇到的问题。'],
    ['ungrounded', '您好，逾期5天未取自动退款。[2]'],
    ['ungrounded', '您好，逾期5天未取自动退款。'],
    ['ungrounded', '您好，逾期15天未取自动退款。[1]'],
    ['ungrounded', '您好，逾期8天未取自动退款。[1]'],
    ['ungrounded', '您好，定制商品支持退货。[1]'],
    ['ungrounded', '您好，我们在本市各区都有停车场。[1]'],
    ['ungrounded', 'Hello! Standard delivery delivery takes 3 days and costs $4. [1]'],
    // Two clauses run together, all of it the rule's words.
    ['ungrounded', '您好，备货完成后会发送取货时间7:30至17:30。[1]'],
    ['ungrounded', 'Hello! Standard delivery takes 1 day and costs $12. [1]'],
  ])('%s: %s', (cause, text, options) => {
    expect(judge(text, options)).toBe(cause)
  })
})

describe('a splice of two rules is not', () => {
  const PAID = 'We accept WeChat Pay, Alipay and bank cards. Orders cancelled before dispatch are refunded at once.'
  const BACK = 'When the return reaches us we issue the refund within 48 hours, the way you paid, for WeChat Pay and for bank cards.'
  test.each([
    // A clause of the one, cited as the other.
    ['We accept WeChat Pay, Alipay and bank cards. [2]', 'ungrounded'],
    ['We accept WeChat Pay, Alipay and bank cards. [1]', 'usable'],
    ['Orders cancelled before dispatch are refunded at once. [1]', 'usable'],
    ['When the return reaches us we issue the refund within 48 hours, the way you paid. [2]', 'usable'],
    // Clauses of one rule the wrong way round.
    ['We issue the refund the way you paid, when the return reaches us we issue the refund within 48 hours. [2]', 'ungrounded'],
  ])('%s: %s', (text, verdict) => {
    expect(judge(text, { answers: [PAID, BACK] })).toBe(verdict)
  })
})

describe('a rule that fits far less than the best', () => {
  const answers = [EN, 'Orders over $50 ship free.']
  const free = 'Orders over $50 ship free. [2]'
  test('is not what the demo model may answer from', () => {
    expect(judge(free, { answers, scores: [0.8, 0.6] })).toBe('far_rule')
    expect(judge(free, { answers, scores: [0.8, 0.7] })).toBe('usable')
    expect(judge(`A restore takes 72 hours. [1] ${free}`, { answers, scores: [0.8, 0.6] })).toBe('usable')
  })
  test('may be what another model finds in it', () => {
    expect(judge(free, { answers, scores: [0.8, 0.6], isStrict: false })).toBe('usable')
  })
})

describe('a model that may choose its words', () => {
  const free = (text: string) => judge(text, { isStrict: false })
  test('may paraphrase', () => {
    const text = '您好，备好货后我们会把取货码发给您，麻烦在15天之内来取。[1]逾期5天没有来取会自动退款。[1]如有其他问题欢迎继续咨询。'
    expect([free(text), judge(text)]).toEqual(['usable', 'ungrounded'])
  })
  test('may not invent numbers, links or promises', () => {
    expect(free('逾期5天未取自动退款。[1]请在20天内取货。[1]')).toBe('ungrounded')
    expect(free('逾期5天未取自动退款。[1]我们保证今天处理。[1]')).toBe('ungrounded')
    expect(free('逾期5天未取自动退款。[1]详见 https://evil.example。[1]')).toBe('ungrounded')
  })
  test('may not say what its rule says otherwise', () => {
    expect(free('备货完成后会发送取货码。[1]逾期5天未取，款项会退到您的账户余额。[1]')).toBe('usable')
    const original = [`${ZH}退款原路退回。`]
    const text = '备货完成后会发送取货码。[1]逾期5天未取自动退款，退到您的账户余额。[1]'
    expect(judge(text, { answers: original, isStrict: false })).toBe('ungrounded')
  })
  test('may not say mostly other things', () => {
    expect(free('我们在本市各区都有停车场。[1]商场周围餐厅很多。[1]逾期5天未取自动退款。[1]')).toBe('ungrounded')
  })
})
