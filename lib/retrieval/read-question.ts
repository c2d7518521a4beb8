import { isCommonWord } from '@/lib/retrieval/common-words'
import { normaliseText } from '@/lib/retrieval/normalise-text'
import { conceptImportance } from '@/lib/retrieval/read-concepts'
import { readTerms, type Terms } from '@/lib/retrieval/read-terms'
import type { EarlierText } from '@/lib/retrieval/schema'

/** The terms of one kind, each once, with its importance. */
export type AskedTerms = {
  asked: Map<string, number>
  /** Those of earlier turns that the question does not have. */
  before: Map<string, number>
}

/** A question as the scorers take it. */
export type Question = Record<keyof Terms, AskedTerms> & {
  /** Its own terms, in order, repetitions kept. */
  terms: Terms
  /** The share of its letters that are not Han, 0 to 1. */
  latinShare: number
}

const HAN = /^\p{Script=Han}/u
const COMMON_WORD_IMPORTANCE = 0.15
const IMPORTANCE: Record<keyof Terms, (term: string) => number> = {
  words: (term) => (isCommonWord(term) ? COMMON_WORD_IMPORTANCE : 1),
  grams: () => 1,
  concepts: conceptImportance,
}
/** Order numbers, phone numbers, and what was masked: no rule can have them, so they must not count as unanswered. */
const PERSONAL = /【[^【】\s]{1,10}\d{1,4}】|[A-Za-z]{0,4}\d{6,}/g
/** A longer text is a story; what is asked stands in its last part. It also bounds the time of a search. */
const MAX_LENGTH = 2_000

/** Reads what a customer asked into terms, with what was said before it. */
export function readQuestion(text: string, before: EarlierText[] = []): Question {
  const terms = readTerms(clean(text))
  const earlier = before.filter(({ weight }) => weight > 0).map(({ text, weight }) => ({ weight, terms: readTerms(clean(text)) }))
  const kind = (name: keyof Terms): AskedTerms => {
    const importance = IMPORTANCE[name]
    const asked = new Map(terms[name].map((term) => [term, importance(term)]))
    const said = new Map<string, number>()
    for (const { weight, terms } of earlier) {
      for (const term of terms[name]) {
        const value = weight * importance(term)
        if (!asked.has(term) && value > (said.get(term) ?? 0)) said.set(term, value)
      }
    }
    return { asked, before: said }
  }
  // Pairs of Han repeat their characters.
  let [hanCount, latinCount] = [0, 0]
  for (const word of terms.words) {
    if (!HAN.test(word)) latinCount += word.length
    else if ((word.codePointAt(0) ?? 0) > 0xffff ? word.length === 2 : word.length === 1) hanCount++
  }
  return {
    terms,
    words: kind('words'),
    grams: kind('grams'),
    concepts: kind('concepts'),
    latinShare: latinCount / Math.max(1, latinCount + hanCount),
  }
}

/** Normalised, without what only this customer has. */
export function clean(text: string): string {
  return normaliseText(withoutPersonal(text.slice(-MAX_LENGTH)))
}

export function withoutPersonal(text: string): string {
  return text.replace(PERSONAL, ' ')
}
