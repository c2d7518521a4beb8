import { detectLanguage } from '@/lib/suggestions/detect-language'
import { createLoopDetector } from '@/lib/suggestions/detect-loop'
import type { Grounding } from '@/lib/suggestions/grounding/grounding-schema'
import { hasDebris } from '@/lib/suggestions/grounding/judge-draft'
import { stripCitations } from '@/lib/suggestions/grounding/read-citations'
import { countWords } from '@/lib/suggestions/grounding/text-terms'
import type { RewriteCause } from '@/lib/suggestions/rewrite-schema'
import type { Language, RewriteAction } from '@/prisma/generated/enums'

export type RewriteToJudge = {
  action: RewriteAction
  fromText: string
  /** What the model wrote. */
  written: string
  /** What the box would show. */
  text: string
  grounding: Grounding
  /** Statements of the agent's own text that no rule supports. */
  fromUnsupported: number
  finishReason: 'stop' | 'length' | 'cut'
  looped: boolean
  /** What it must be in. */
  language: Language
  isDemo: boolean
}

/**
 * Whether what a model made of an agent's text may take its place; null when it may. Invented numbers and promises are
 * underlined for the agent and do not bar it, except from the demo model: what that writes beyond its rules is noise.
 */
export function judgeRewrite(input: RewriteToJudge): RewriteCause | null {
  const { action, fromText, written, text, language } = input
  if (input.looped || createLoopDetector({ maxWords: Number.POSITIVE_INFINITY }).push(text)) return 'loop'
  if (countWords(stripCitations(written)) < 2 || input.finishReason !== 'stop' || hasDebris(written)) return 'bad_output'
  if (detectLanguage(stripCitations(written), language) !== language) return 'bad_output'
  if (sameWords(text, fromText)) return 'unchanged'
  if (action === 'shorter' && countWords(stripCitations(text)) >= countWords(stripCitations(fromText))) return 'not_shorter'
  const unsupported = input.grounding.sentences.filter(({ isSupported }) => !isSupported).length
  if (input.isDemo && unsupported > input.fromUnsupported) return 'ungrounded'
  return null
}

function sameWords(one: string, other: string): boolean {
  const words = (text: string) => stripCitations(text).replace(/[^\p{L}\p{N}]/gu, '')
  return words(one) === words(other)
}
