import type { GroundedSentence } from '@/lib/suggestions/grounding/grounding-schema'

/** A sentence of the draft where it stands now; `index` is its place in the draft's check. */
export type PlacedSentence = { index: number; start: number; end: number; sentence: GroundedSentence }

/**
 * Finds the draft's sentences again in a text that the agent may have edited, in order. A sentence that was changed is
 * the agent's own: it is not found, and carries no mark any more.
 */
export function placeSentences(text: string, sentences: readonly GroundedSentence[]): PlacedSentence[] {
  const placed: PlacedSentence[] = []
  let from = 0
  sentences.forEach((sentence, index) => {
    const words = sentence.text.trim()
    const start = words === '' ? -1 : text.indexOf(words, from)
    if (start === -1) return
    from = start + words.length
    placed.push({ index, start, end: from, sentence })
  })
  return placed
}

/**
 * With them, what the agent's own words promise and no rule grants; the draft's sentences keep their own marks. Their `index` is below zero.
 */
export function placePromises(text: string, placed: readonly PlacedSentence[], promises: readonly GroundedSentence[]): PlacedSentence[] {
  const own = placeSentences(text, promises)
    .filter(({ start, end }) => !placed.some((other) => other.start < end && start < other.end))
    .map((each) => ({ ...each, index: -1 - each.index }))
  return [...placed, ...own].sort((one, other) => one.start - other.start)
}

/** Statements without a rule behind them that still stand in the text as they were drafted. What the agent has written is theirs to say. */
export function openSentences(placed: readonly PlacedSentence[]): PlacedSentence[] {
  return placed.filter(({ index, sentence }) => index >= 0 && sentence.kind === 'statement' && !sentence.isSupported)
}
