type Span = { start: number; end: number }

/** The text in pieces: inside a span or outside of all; spans may touch, overlap and stand in any order. */
export function cutSpans(text: string, spans: readonly Span[]): { text: string; start: number; isIn: boolean }[] {
  const pieces: { text: string; start: number; isIn: boolean }[] = []
  let at = 0
  const add = (end: number, isIn: boolean) => {
    if (end > at) pieces.push({ text: text.slice(at, end), start: at, isIn })
    at = Math.max(at, end)
  }
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    add(Math.min(start, text.length), false)
    add(Math.min(end, text.length), true)
  }
  add(text.length, false)
  return pieces
}
