import { distance } from 'fastest-levenshtein'

/** Past this many differing characters each, nobody asks how far apart two replies are. 10,000 take about 20 ms. */
const MAX_CHARS = 10_000

/**
 * How many characters an agent inserted, removed or replaced, from the draft (without citation marks) to what was sent.
 * Beyond `MAX_CHARS` between the equal beginning and end, it is the upper bound: the longer of the two.
 */
export function editDistance(draft: string, sent: string): number {
  let start = 0
  const shorter = Math.min(draft.length, sent.length)
  while (start < shorter && draft[start] === sent[start]) start++
  let end = 0
  while (end < shorter - start && draft[draft.length - 1 - end] === sent[sent.length - 1 - end]) end++
  const from = draft.slice(start, draft.length - end)
  const to = sent.slice(start, sent.length - end)
  return from.length > MAX_CHARS || to.length > MAX_CHARS ? Math.max(from.length, to.length) : distance(from, to)
}
