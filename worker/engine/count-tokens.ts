import { SLICE_CHARS, slicesOfChars } from './slice-text'
import type { Steps } from './take-turns'

type CounterParts = {
  encode: (text: string) => number[]
  /** The most that one token of plain text stands for. */
  longestBytes: number
}

export type TokenCounter = (text: string, limit: number) => Steps<number>

// A cut in a word makes a few tokens more of a slice that has hundreds, so an eighth less is a number that the whole text has for certain.
const CERTAIN = 7 / 8

/**
 * A way to see that a text has more than `limit` tokens, without reading on once that is certain: a megabyte takes a second.
 *
 * @returns its tokens; when they are more than `limit`, a number above it of which only this is known, that the text has no fewer
 */
export function tokenCounter({ encode, longestBytes }: CounterParts): TokenCounter {
  return function* (text, limit) {
    const least = Math.ceil(Buffer.byteLength(text) / longestBytes)
    if (least > limit) return least
    if (text.length > Math.max(SLICE_CHARS, 2 * limit)) {
      let count = 0
      for (const slice of slicesOfChars(text)) {
        count += Math.floor(encode(slice).length * CERTAIN)
        if (count > limit) return count
        yield slice.length
      }
    }
    const { length } = encode(text)
    yield text.length
    return length
  }
}

/** The most bytes that a token stands for which plain text can have. */
export function longestOf(spelled: Iterable<string>): number {
  let longest = 1
  // In a byte-level vocabulary a character is a byte; in any other it is at least one.
  for (const text of spelled) longest = Math.max(longest, Buffer.byteLength(text))
  return longest
}

// Characters a token: a text of more cannot fit. One of fewer is worth an exact number, by which whoever sent it knows how much to leave out.
export const CANNOT_FIT = 8

/**
 * The tokens of a text that may be too long for any use of them.
 *
 * @returns a number when they are more than `limit`: there are at least so many
 */
export function* encodeUpTo(
  text: string,
  limit: number,
  { encode, count }: { encode: (text: string) => Steps<number[]>; count: TokenCounter },
): Steps<number[] | number> {
  if (text.length > CANNOT_FIT * limit) {
    const least = yield* count(text, limit)
    if (least > limit) return least
  }
  return yield* encode(text)
}
