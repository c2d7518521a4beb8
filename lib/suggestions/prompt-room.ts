import type { Language } from '@/prisma/generated/enums'

/** 100 字 or 100 words with marks and closing need about 200 tokens of a Qwen; twice that is a reply that went wrong. */
export const MAX_REPLY_TOKENS = 400
/** Characters of prompt when the server does not tell its context: 4 rules of 4,000 characters and a long question. */
const DEFAULT_PROMPT_CHARS = 12_000
/** What a question and one rule need beside the system part; with less, buildPrompt begins to cut them. */
const QUESTION_AND_RULE: Record<Language, number> = { zh: 300, en: 900 }

/** How many characters of prompt fit beside the reply: a Qwen token is about 1.5 Chinese characters or 4 Latin ones. */
export function promptChars(contextSize: number | null, language: Language, replyTokens = MAX_REPLY_TOKENS): number {
  if (contextSize === null) return DEFAULT_PROMPT_CHARS
  return Math.max(400, Math.floor((contextSize - replyTokens) * (language === 'zh' ? 1.2 : 3)))
}

/** How long the system part may be, in characters, so that a model with this context still gets a question and a rule. */
export function systemRoom(contextSize: number | null, language: Language): number {
  return promptChars(contextSize, language) - QUESTION_AND_RULE[language]
}
