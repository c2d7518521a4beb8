import { isCommonWord } from '@/lib/retrieval/common-words'
import { normaliseText } from '@/lib/retrieval/normalise-text'
import { tokenizeText } from '@/lib/retrieval/tokenize-text'

/** A question as the scorers take it: each term once, with its importance. */
export type Question = {
  words: Map<string, number>
  grams: Map<string, number>
  /** The share of its letters that are not Han, 0 to 1. */
  latinShare: number
}

const COMMON_WORD_IMPORTANCE = 0.2
/** Order numbers, phone numbers, and what was masked: no rule can have them, so they must not count as unanswered. */
const PERSONAL = /【[^【】\s]{1,10}\d{1,4}】|[A-Za-z]{0,4}\d{6,}/g
/** A longer text is a story; what is asked stands in its last part. It also bounds the time of a search. */
const MAX_LENGTH = 2_000

/** Reads what a customer asked into terms. */
export function readQuestion(text: string): Question {
  const { words, grams } = tokenizeText(normaliseText(text.slice(-MAX_LENGTH).replace(PERSONAL, ' ')))
  const hanCount = words.filter((word) => /^\p{Script=Han}$/u.test(word)).length
  const latinCount = words.filter((word) => !/^\p{Script=Han}/u.test(word)).join('').length
  return {
    words: new Map(words.map((word) => [word, isCommonWord(word) ? COMMON_WORD_IMPORTANCE : 1])),
    grams: new Map(grams.map((gram) => [gram, 1])),
    latinShare: latinCount / Math.max(1, latinCount + hanCount),
  }
}
