import type { Prompt } from '@/lib/suggestions/build-prompt'
import { keepEnd } from '@/lib/suggestions/keep-end'
import { plainForPrompt, plainQuestion, plainRule } from '@/lib/suggestions/plain-for-prompt'
import type { Language, RewriteAction } from '@/prisma/generated/enums'

export type RewritePromptInput = {
  template: { version: number; zh: string; en: string }
  /** Of the question and the rules. */
  language: Language
  rules: readonly { position: number; title: string; text: string }[]
  question: string
  /** The agent's text, masked, with its marks. */
  text: string
  action: RewriteAction
  /** What the agent wants, for `instruct`. */
  instruction: string
  /** What a translation is to be in. */
  target: Language
  /** For the system and the user part together. */
  maxPromptChars: number
}

// The words of build-prompt, and those that a rewrite needs beside them.
const FRAME = {
  zh: {
    question: '用户问题：',
    rules: '相关规则：',
    none: '（无）',
    colon: '：',
    text: '现有回复：',
    empty: '（还没有写）',
    wish: '修改要求：',
    keep: '保留规则的编号，如 [1]；不写规则和现有回复里都没有的内容；只写出回复本身。',
    end: '请写出修改后的回复：',
    endContinue: '请写出续写的部分：',
  },
  en: {
    question: 'Customer question: ',
    rules: 'Relevant rules:',
    none: '(none)',
    colon: ': ',
    text: 'Current reply: ',
    empty: '(nothing yet)',
    wish: 'Change wanted: ',
    keep: 'Keep the numbers of the rules, such as [1]; write nothing that neither the rules nor the current reply say; write the reply alone.',
    end: 'Write the changed reply:',
    endContinue: 'Write the continuation:',
  },
} as const

const WISHES: Record<Language, Record<Exclude<RewriteAction, 'instruct' | 'translate'>, string>> = {
  zh: {
    shorter: '改得更短，只留下回答问题所必需的内容。',
    friendlier: '语气更亲切、更体谅客户，意思不变。',
    formal: '语气更正式，用书面语，意思不变。',
    continue: '接着现有回复往下写一两句，不重复已经写过的内容。',
  },
  en: {
    shorter: 'Make it shorter; keep only what the question needs.',
    friendlier: 'Make it warmer and more understanding, with the same meaning.',
    formal: 'Make it more formal, with the same meaning.',
    continue: 'Go on from the current reply with one or two sentences; do not repeat what is written.',
  },
}
const TRANSLATE: Record<Language, Record<Language, string>> = {
  zh: { zh: '把现有回复完整地译成中文。', en: '把现有回复完整地译成英文。' },
  en: { zh: 'Translate the whole current reply into Chinese.', en: 'Translate the whole current reply into English.' },
}

/**
 * The chat messages that ask for a rewrite of the agent's text: the system part of a draft, then the question, the rules
 * with the numbers they have in the text, the text and what is wanted of it. All of it is data: without control characters,
 * special tokens, and, in the customer's and the agent's one-line words, words of the frame. Over budget the question's
 * beginning goes first, then the last rules; the agent's text is never cut.
 */
export function buildRewritePrompt(input: RewritePromptInput): Prompt {
  const { language, action, maxPromptChars } = input
  const frame = FRAME[language]
  const system = plainForPrompt(input.template[language], { keepsLines: true })
  const text = plainForPrompt(input.text, { keepsLines: true }) || frame.empty
  const wish = plainQuestion(wishOf(input))
  const fixed = frame.text + text + frame.wish + wish + frame.keep
  const budget = Math.max(200, maxPromptChars - system.length - fixed.length - 60)
  const question = keepEnd(plainQuestion(input.question), Math.floor(budget * 0.4))
  const rules = fitRules(input, budget - question.length)
  const content = [
    frame.question + question,
    frame.rules,
    ...(rules.length > 0 ? rules : [frame.none]),
    frame.text + text,
    `${frame.wish}${wish}${language === 'en' ? ' ' : ''}${frame.keep}`,
    action === 'continue' ? frame.endContinue : frame.end,
  ].join('\n')
  return {
    messages: [...(system ? [{ role: 'system' as const, content: system }] : []), { role: 'user' as const, content }],
    promptVersion: input.template.version,
    ruleCount: rules.length,
  }
}

function wishOf({ action, instruction, language, target }: RewritePromptInput): string {
  if (action === 'instruct') return instruction
  if (action === 'translate') return TRANSLATE[language][target]
  return WISHES[language][action]
}

function fitRules({ rules, language }: RewritePromptInput, budget: number): string[] {
  const fitted: string[] = []
  let left = budget
  for (const rule of rules) {
    const { title, text } = plainRule(rule)
    const line = `[${rule.position}] ${title}${FRAME[language].colon}${text}`
    if (line.length > left) break
    fitted.push(line)
    left -= line.length + 1
  }
  return fitted
}
