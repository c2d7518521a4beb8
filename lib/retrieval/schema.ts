import type { MeaningScale } from '@/lib/retrieval/meaning/meaning-scale'
import type { Lengths, Segment } from '@/lib/retrieval/segment'
import type { Classifier } from '@/lib/retrieval/train-classifier'
import type { Language } from '@/prisma/generated/enums'

/** A published rule as retrieval holds it in memory. */
export type IndexedRule = {
  id: string
  version: number
  question: string
  variants: string[]
  /** How customers really asked it, masked; counts less than what the admin wrote. */
  learned?: string[]
  /** Questions, masked, that agents called it wrong for; see hold-against.ts. */
  wrongFor?: string[]
  answer: string
  category: string
  tags: string[]
  language: Language
  /** The one thing it is about, such as a hotel or a product: it is meant only where that is named. Null for a rule about all of them. */
  entity?: string | null
  /** The same, as the rules' questions tell; see learnNames. Where no rule says it itself, it counts only in a talk that names one. */
  learnedEntity?: string | null
  validFrom: Date | null
  validUntil: Date | null
}

/** What a score was summed from, before it was brought below 1: each is a share of what was asked, 0 to about 1. */
export type ScoreParts = {
  /** Characters and pairs (zh), stems (en), in the rule's question and variants. */
  words: number
  /** Three and four characters of words, in the rule's question and variants. */
  grams: number
  /** Other words for the same things, in the rule's question and variants. */
  concepts: number
  /** What only the answer has of all three. */
  answer: number
  /** How sure the classifier is of the rule, where it has phrasings enough to know it. */
  classifier: number
  /** What is lost because the rule is about something that was not named, or not lately; 0 or less. */
  entity: number
  /** What the question as a whole gains or loses: how many telling terms the best rule shares with it, and whether one clause asks just that. */
  match: number
  /** What the meaning adds to the sum, where a model tells it; see MeaningScale. Of a model that nobody could calibrate: how far it moved the rule. */
  meaning?: number
  /** The same of a reranking model. */
  rerank?: number
  /** What is lost because agents called the rule wrong for questions like this one; 0 or less. */
  feedback?: number
}

export type IndexParts = Record<Language, { segments: Segment[]; lengths: Lengths; classifier: Classifier | null }>

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
  /** What was said before, the latest first. */
  before?: EarlierText[]
  /** What a model says of the meaning, where there is one; see MeaningScale. */
  meaning?: Partial<Record<Language, MeaningScores>>
}

/** What a model says of one question and the rules of one language. */
export type MeaningScores = {
  /** The cosine of the question and each rule, by the rule's position; NaN for a rule that has no vector. */
  cosines: Float32Array
  scale: MeaningScale
}

/** A turn before the question. */
export type EarlierText = {
  text: string
  /** 0 to 1, what its words count beside those of the question; at 0 only the things it names count. */
  weight: number
}

export type RuleIndex = {
  /** How many rules are in it, valid or not. */
  size: number
  /** What a changed index is made from; see patchRuleIndex. */
  parts: IndexParts
  /** What rules that are not in force mean, as a model puts it; null where it did not say. What is in force has its vectors elsewhere. */
  ownVectors?: Map<string, Float32Array | null>
  /** The best rules first, scores above 0 only; equal scores by id. Whether the best is good enough is for `floorOf` to say. */
  search(text: string, options: SearchOptions): RuleHit[]
}
