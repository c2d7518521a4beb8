/** What is being typed after a trigger: from its sign to the caret. */
export type Typed = { start: number; end: number; q: string }

const MAX_QUERY = 30

/** After what a sign begins a word: a blank, a bracket, a mark such as a comma. Not after another sign of an address or a date. */
const BEFORE = /[\s\p{Ps}\p{Po}]/u
const NOT_BEFORE = /[/／:：@＠.#\\]/
/** Chinese knows no blanks between words, but 退款/换货 is one word. */
const HAN = /\p{Script=Han}/u

export type Sign = '/' | '@'

/** What the key of a sign types, by input method: a Chinese one makes 、 of the slash, and of both what is as wide as a character. */
const TYPED_AS: Record<Sign, string[]> = { '/': ['/', '、', '／'], '@': ['@', '＠'] }

/**
 * The words between a sign and the caret, where the sign begins a word: "and/or", "1/2", "https://", addresses and "退款、换货" open nothing. An `@`
 * also begins one right after a Chinese character.
 */
export function findTrigger(text: string, caret: number, sign: Sign): Typed | null {
  const before = text.slice(Math.max(0, caret - MAX_QUERY - 2), caret)
  const places = TYPED_AS[sign].map((typed) => before.lastIndexOf(typed)).sort((one, other) => other - one)
  // "/退款、" is still what the slash has begun.
  for (const at of places) {
    const found = at < 0 ? null : beginningAt(before, at, sign)
    if (found !== null) return { start: caret - found.length - 1, end: caret, q: found }
  }
  return null
}

/** What has been typed since a word was begun without a sign; null where that is no word any more. */
export function findTyped(text: string, start: number, caret: number): Typed | null {
  const q = text.slice(start, caret)
  return caret < start || q.length > MAX_QUERY || /\s/.test(q) ? null : { start, end: caret, q }
}

/** The words behind the sign at this place; null where it begins none. */
function beginningAt(before: string, at: number, sign: Sign): string | null {
  const q = before.slice(at + 1)
  if (q.length > MAX_QUERY || /\s/.test(q)) return null
  const previous = before[at - 1]
  const begins = previous === undefined || (BEFORE.test(previous) && !NOT_BEFORE.test(previous)) || (sign === '@' && HAN.test(previous))
  return begins ? q : null
}
