/** About a screen of a wide desk. */
const MAX_CHARACTERS = 1_600
const MAX_LINES = 24
/** A fold that hides two lines is no help. */
const MIN_HIDDEN = 400

/** The part of a long message that is shown at once, and the rest; cut at the end of a line or of a word where there is one. */
export function cutLong(text: string): [shown: string, rest: string] {
  const lineEnd = endOfLine(text, MAX_LINES)
  const limit = Math.min(MAX_CHARACTERS, lineEnd)
  if (text.length - limit < MIN_HIDDEN) return [text, '']
  const head = text.slice(0, limit)
  const cut = [head.lastIndexOf('\n'), Math.max(head.lastIndexOf('。'), head.lastIndexOf('. ')) + 1, head.lastIndexOf(' ')].find(
    (place) => place > limit * 0.6,
  )
  // Never between the halves of an emoji.
  const at = cut ?? (/[\uD800-\uDBFF]$/.test(head) ? limit - 1 : limit)
  return [text.slice(0, at).trimEnd(), text.slice(at).replace(/^\s*\n|^ +/, '')]
}

function endOfLine(text: string, lines: number): number {
  let at = -1
  for (let line = 0; line < lines; line++) {
    at = text.indexOf('\n', at + 1)
    if (at < 0) return text.length
  }
  return at
}
