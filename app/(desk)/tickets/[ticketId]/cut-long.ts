/** About a screen of a wide desk: so many Latin letters, or half as many Chinese characters, which are twice as wide. */
const MAX_LETTERS = 1_600
const MAX_LINES = 24
/** A fold that hides three lines is no help. */
const MIN_HIDDEN_LETTERS = 300
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/

/** The part of a long message that is shown at once, and the rest; cut at the end of a line or of a word where there is one. */
export function cutLong(text: string): [shown: string, rest: string] {
  const limit = Math.min(endOfWidth(text, MAX_LETTERS), endOfLine(text, MAX_LINES))
  if (endOfWidth(text.slice(limit), MIN_HIDDEN_LETTERS) === text.length - limit) return [text, '']
  const head = text.slice(0, limit)
  const cut = [head.lastIndexOf('\n'), Math.max(head.lastIndexOf('。'), head.lastIndexOf('. ')) + 1, head.lastIndexOf(' ')].find(
    (place) => place > limit * 0.6,
  )
  // Never between the halves of an emoji.
  const at = cut ?? (/[\uD800-\uDBFF]$/.test(head) ? limit - 1 : limit)
  return [text.slice(0, at).trimEnd(), text.slice(at).replace(/^\s*\n|^ +/, '')]
}

/** How many characters stand on so much paper. */
function endOfWidth(text: string, letters: number): number {
  let width = 0
  for (let at = 0; at < text.length; at++) {
    width += WIDE.test(text[at] ?? '') ? 2 : 1
    if (width > letters) return at
  }
  return text.length
}

function endOfLine(text: string, lines: number): number {
  let at = -1
  for (let line = 0; line < lines; line++) {
    at = text.indexOf('\n', at + 1)
    if (at < 0) return text.length
  }
  return at
}
