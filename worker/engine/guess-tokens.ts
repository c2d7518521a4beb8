// Fewer tokens in common are a coincidence more often than a copy; more than this many prove no more.
const MIN_MATCH = 3
const MAX_MATCH = 16
// Each refuted guess asks for a longer match next time, so a text that only looks like a copy soon costs nothing.
const HARDER_BY = 3

/**
 * Guesses the next tokens: those that followed when the last few stood in the text before. A reply that quotes its rules
 * is mostly guessed right. Of all places the one with the longest match counts, the latest of equals.
 *
 * @param misses guesses in a row that were wrong
 */
export function guessTokens(known: number[], count: number, misses: number): number[] {
  const end = known.length - 1
  const least = Math.min(MAX_MATCH, MIN_MATCH + misses * HARDER_BY)
  let bestAt = -1
  let bestLength = least - 1
  for (let at = end - 1; at >= least - 1 && bestLength < MAX_MATCH; at--) {
    if (known[at] !== known[end] || known[at - bestLength] !== known[end - bestLength]) continue
    let length = 1
    while (length < MAX_MATCH && length <= at && known[at - length] === known[end - length]) length++
    if (length <= bestLength) continue
    bestAt = at
    bestLength = length
  }
  if (bestAt < 0) return []
  // A short match is followed for a short while: what is refuted has been computed for nothing.
  const guessed = known.slice(bestAt + 1, bestAt + 1 + Math.min(count, 2 * bestLength))
  // A match that reaches to the end repeats itself: a list, a table, a line of dashes.
  for (let at = 0; guessed.length < Math.min(count, 2 * bestLength); at++) guessed.push(guessed[at] as number)
  return guessed
}

// Rows of guesses a round, all replies together: a CPU computes half as many at the price of twice the round.
const GUESSES = 32
const MAX_UNSURE = 16

/**
 * How many tokens to guess for each of so many replies under way. With many, the rows are better used by the replies.
 *
 * @param isSure whether the last guess of this reply was right to its end: it is in the middle of a quotation
 */
export function guessCount(writers: number, isSure: boolean): number {
  const count = Math.min(isSure ? GUESSES : MAX_UNSURE, Math.floor(GUESSES / Math.max(1, writers)))
  return count < 2 ? 0 : count
}
