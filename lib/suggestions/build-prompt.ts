import { splitSentences } from '@/lib/suggestions/grounding/split-sentences'
import { keepEnd } from '@/lib/suggestions/keep-end'
import { plainForPrompt, plainQuestion, plainRule } from '@/lib/suggestions/plain-for-prompt'
import type { Language } from '@/prisma/generated/enums'

export type PromptInput = {
  /** The system parts, as the admin wrote them. */
  template: { version: number; zh: string; en: string }
  language: Language
  /** Best first; more than `maxRules` are left out. */
  rules: readonly { title: string; text: string }[]
  /** Earlier messages, oldest first; the latest that fit are taken. */
  turns: readonly { from: 'customer' | 'agent'; text: string }[]
  question: string
  maxRules: number
  /** For the system and the user part together. */
  maxPromptChars: number
}

export type Prompt = {
  messages: { role: 'system' | 'user'; content: string }[]
  promptVersion: number
  /** How many of the rules stand in it, from the first. */
  ruleCount: number
}

/** The words around the data, as corpus.py of the pocket model has them: it knows no others. */
const FRAME = {
  zh: {
    turns: '此前对话：',
    customer: '用户：',
    agent: '客服：',
    question: '用户问题：',
    rules: '相关规则：',
    none: '（无）',
    colon: '：',
    end: '请生成回复：',
  },
  en: {
    turns: 'Conversation so far:',
    customer: 'Customer: ',
    agent: 'Agent: ',
    question: 'Customer question: ',
    rules: 'Relevant rules:',
    none: '(none)',
    colon: ': ',
    end: 'Write the reply:',
  },
} as const

/**
 * The chat messages for a draft: the system part, then one user message with the earlier turns (if any), the question
 * and the numbered rules. The customer's words stand on one line each, without control characters, special tokens,
 * citation marks or words of the frame, so that they cannot pose as a rule, a turn or an instruction of ours.
 * Over budget, the earlier turns go first (the oldest of them first), then the last rules, then the question's beginning.
 */
export function buildPrompt(input: PromptInput): Prompt {
  const frame = FRAME[input.language]
  const system = plainForPrompt(input.template[input.language], { keepsLines: true })
  const budget = Math.max(200, input.maxPromptChars - system.length - 60)
  const question = keepEnd(plainQuestion(input.question), Math.floor(budget * 0.4))
  const rules = fitRules(input, budget - question.length)
  const turns = fitTurns(input, budget - question.length - rules.join('\n').length)
  const content = [
    ...(turns.length > 0 ? [frame.turns, ...turns] : []),
    frame.question + question,
    frame.rules,
    ...(rules.length > 0 ? rules : [frame.none]),
    frame.end,
  ].join('\n')
  return {
    messages: [...(system ? [{ role: 'system' as const, content: system }] : []), { role: 'user' as const, content }],
    promptVersion: input.template.version,
    ruleCount: rules.length,
  }
}

function fitRules(input: PromptInput, budget: number): string[] {
  const fitted: string[] = []
  let left = budget
  for (const rule of input.rules.slice(0, input.maxRules)) {
    const { title, text } = plainRule(rule)
    const head = `[${fitted.length + 1}] ${title}${FRAME[input.language].colon}`
    // A rule that is cut in the middle of a sentence could say the opposite; half a rule is better than none only for the first.
    const body = head.length + text.length <= left ? text : fitted.length === 0 ? wholeSentences(text, left - head.length) : ''
    if (!body) break
    fitted.push(head + body)
    left -= head.length + body.length + 1
  }
  return fitted
}

function wholeSentences(text: string, maxChars: number): string {
  const last = splitSentences(text).findLast((sentence) => sentence.end <= maxChars)
  return last ? text.slice(0, last.end) : text.slice(0, Math.max(maxChars, 60))
}

function fitTurns(input: PromptInput, budget: number): string[] {
  const frame = FRAME[input.language]
  const fitted: string[] = []
  let left = budget - frame.turns.length
  for (const turn of input.turns.toReversed()) {
    const line = frame[turn.from] + plainQuestion(turn.text)
    if (line.length + 1 > left) break
    fitted.unshift(line)
    left -= line.length + 1
  }
  return fitted
}
