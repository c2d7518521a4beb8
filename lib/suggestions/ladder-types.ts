import type { Priority } from '@/lib/inference/protocol'
import type { OpenNames } from '@/lib/retrieval/which-is-meant'
import type { FallbackCause } from '@/lib/suggestions/fallback-cause'
import type { Grounding } from '@/lib/suggestions/grounding/grounding-schema'
import type { Language, Rung } from '@/prisma/generated/enums'

/** A rule as it was found, with its number in the prompt and in `[n]`. */
export type RuleGiven = {
  /** From 1, by score. */
  position: number
  ruleId: string
  version: number
  title: string
  category: string
  answer: string
  /** 0 to 1. */
  score: number
  /** Below the floor a rule is only shown as a near miss; no model is given it. */
  reachesFloor: boolean
}

/** Everything a model is asked with; the words are masked. */
export type LadderQuestion = {
  text: string
  language: Language
  /** Earlier messages, oldest first, masked. */
  turns: { from: 'customer' | 'agent'; text: string }[]
  /** What the customer wrote, unmasked: numbers from here may stand in the reply. */
  ticketText: string
  rules: RuleGiven[]
  template: { version: number; zh: string; en: string }
}

/** What is needed to run a draft again. */
export type ModelRun = {
  model: string
  isDemoModel: boolean
  /** What the model wrote, also when it is not used. */
  text: string
  promptVersion: number
  prompt: { role: string; content: unknown }[]
  /** Null where it was decoded greedily: then chance had no part in it. */
  seed: number | null
  parameters: Record<string, number>
  promptTokens: number | null
  replyTokens: number | null
  firstTextMs: number | null
}

/** A finished draft and where it came from. */
export type LadderResult = {
  rung: Rung
  text: string
  language: Language
  /** The masked question; the retrieval query. */
  question: string
  rules: (RuleGiven & { isUsed: boolean; isCited: boolean })[]
  fallbackCause: FallbackCause | null
  grounding: Grounding
  run: ModelRun | null
  /** Of a cached answer: whose it was. */
  cached: { model: string; isDemoModel: boolean; promptVersion: number } | null
  cacheKey: string | null
  /** The kept answer that a ticket would have got, where the model was asked all the same. */
  passedOver: string | null
  /** How long the rules were searched for, before that. */
  searchMs: number | null
  /** From start to result. */
  ms: number
}

/** A rung reached, before the rest of the result is filled in; `usedCount` rules stood in the prompt. */
export type Outcome = Pick<LadderResult, 'rung' | 'text'> &
  Partial<Omit<LadderResult, 'rules' | 'ms' | 'searchMs'>> & { usedCount?: number }

/**
 * What is done with a shared answer. share, unless said otherwise: it is served and counted, and a new one is kept. look: it is served as a
 * ticket would be, and nothing is counted or kept. pass: the model is asked though there is one, and nothing is counted or kept.
 */
export type CacheUse = 'share' | 'look' | 'pass'

/** What the ladder is climbed with. */
export type Climb = {
  question: LadderQuestion
  /** How long the rules were searched for. */
  searchMs?: number
  hasMatch: boolean
  /** Names that the question leaves open; then the customer is asked back. */
  openNames?: OpenNames | null
  /** The rule whose question, or a variant of it, was asked nearly word for word. */
  verbatim: RuleGiven | null
  /** Single questions without personal data may share an answer. */
  mayShare: boolean
  cacheUse?: CacheUse
  /** The whole time budget, in milliseconds. */
  timeoutMs: number
  cacheTtlSeconds: number
  priority: Priority
  /** Nobody wants the draft any more. */
  signal?: AbortSignal
  /** The model's text as it is written, whole each time. */
  onText?: (textSoFar: string) => void
}
