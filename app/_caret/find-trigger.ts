/** What is being typed after a trigger: from its sign to the caret. */
export type Typed = { start: number; end: number; q: string }

const MAX_QUERY = 30

/** After what a sign begins a word: a blank, a bracket, a mark such as a comma. Not after another sign of an address or a date. */
const BEFORE = /[\s\p{Ps}\p{Po}]/u
const NOT_BEFORE = /[/:@.#\\]/
/** Chinese knows no blanks between words, but 退款/换货 is one word. */
const HAN = /\p{Script=Han}/u

/**
 * The words between a sign and the caret, where the sign begins a word: "and/or", "1/2", "https://" and addresses open nothing. An `@` also
 * begins one right after a Chinese character.
 */
export function findTrigger(text: string, caret: number, sign: '/' | '@'): Typed | null {
  const before = text.slice(Math.max(0, caret - MAX_QUERY - 2), caret)
  const at = before.lastIndexOf(sign)
  const q = before.slice(at + 1)
  if (at < 0 || q.length > MAX_QUERY || /\s/.test(q)) return null
  const previous = before[at - 1]
  const begins = previous === undefined || (BEFORE.test(previous) && !NOT_BEFORE.test(previous)) || (sign === '@' && HAN.test(previous))
  return begins ? { start: caret - q.length - 1, end: caret, q } : null
}
