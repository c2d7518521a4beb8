import type { Language } from '@/prisma/generated/enums'

/** A published rule as retrieval holds it in memory. */
export type IndexedRule = {
  id: string
  version: number
  question: string
  variants: string[]
  answer: string
  category: string
  tags: string[]
  language: Language
  validFrom: Date | null
  validUntil: Date | null
}

/** How much of the question each scorer found in the rule: 0 is nothing, about 1 is all of it; what the final score was summed from. */
export type ScoreParts = {
  /** Characters and pairs (zh), stems (en), in the rule's question and variants. */
  words: number
  /** Three and four characters of words, in the rule's question and variants. */
  grams: number
  /** The same words as above, in the rule's answer. */
  answer: number
}

export type RuleHit = {
  rule: IndexedRule
  /** 0 to 1, comparable across questions: how much of what was asked this rule speaks of. 1 for a verbatim hit. */
  score: number
  parts: ScoreParts
  /** The question is the rule's own question or one of its variants, word for word but for manners: it needs no model. */
  isVerbatim: boolean
}

export type SearchOptions = {
  limit: number
  /** The language of the question; rules of another language count only where the question is written in both. */
  language?: Language
  /** Rules outside their validity at this moment are not found. */
  now: Date
}

export type RuleIndex = {
  /** How many rules are in it, valid or not. */
  size: number
  /** The best rules first, scores above 0 only; equal scores by id. Whether the best is good enough is for `floorOf` to say. */
  search(text: string, options: SearchOptions): RuleHit[]
}
