import { createHash } from 'node:crypto'
import type { EarlierText, IndexedRule } from '@/lib/retrieval/schema'

/** The beginning of a long text says what it is about, and a model reads it in a fraction of the time. */
const MAX_CHARS = 1_200
/** Texts said before that go along with a question, at most. */
const MAX_BEFORE = 2
/** Qwen3-Embedding was trained with an instruction before what is searched for, in English, and none before what is found (its model card). */
const TASK = 'Given what a customer asks, retrieve the FAQ entry that answers it'

export type EmbeddedRule = Pick<IndexedRule, 'question' | 'variants' | 'answer' | 'entity'>

/** What of a rule a model reads: all that it says. What it has learnt is left out, or every reply would have it embedded again. */
export function ruleText({ question, variants, answer, entity }: EmbeddedRule): string {
  return [...(entity ? [entity] : []), question, ...variants, answer].join('\n').slice(0, MAX_CHARS)
}

/** A question with what was said just before where that has a weight; the order is that of the conversation, and the end is kept. */
export function askedText(text: string, before: EarlierText[], maxChars = MAX_CHARS): string {
  const earlier = before.filter(({ weight }) => weight > 0).slice(0, MAX_BEFORE)
  return [text, ...earlier.map((turn) => turn.text)].reverse().join('\n').slice(-maxChars)
}

/** What of a question an embedding model reads. */
export function questionText(text: string, before: EarlierText[], model: string): string {
  const asked = askedText(text, before)
  // Other models were trained with other instructions, or none.
  return /qwen/i.test(model) ? `Instruct: ${TASK}\nQuery:${asked}` : asked
}

/** Differs whenever the vector would. */
export function fingerprintOf(text: string, { model, dimensions }: { model: string; dimensions: number }): string {
  return createHash('sha256')
    .update(JSON.stringify([model, dimensions, text]))
    .digest('hex')
}
