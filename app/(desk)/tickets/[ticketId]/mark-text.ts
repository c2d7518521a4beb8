import type { PlacedSentence } from './place-sentences'

export type Piece = { kind: 'words' | 'citation'; text: string; start: number }
export type Stretch = { sentence: PlacedSentence | null; pieces: Piece[]; start: number }

const CITATION = /\[\d{1,2}\]/g

/** The text in stretches: each placed sentence is one, what lies between them another; citations are pieces of their own. */
export function markText(text: string, placed: readonly PlacedSentence[]): Stretch[] {
  const stretches: Stretch[] = []
  let from = 0
  const add = (end: number, sentence: PlacedSentence | null) => {
    if (end > from) stretches.push({ sentence, start: from, pieces: cutCitations(text.slice(from, end), from) })
    from = Math.max(from, end)
  }
  for (const sentence of placed) {
    add(sentence.start, null)
    add(sentence.end, sentence)
  }
  add(text.length, null)
  return stretches
}

function cutCitations(text: string, offset: number): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const match of text.matchAll(CITATION)) {
    if (match.index > from) pieces.push({ kind: 'words', text: text.slice(from, match.index), start: offset + from })
    pieces.push({ kind: 'citation', text: match[0], start: offset + match.index })
    from = match.index + match[0].length
  }
  if (from < text.length) pieces.push({ kind: 'words', text: text.slice(from), start: offset + from })
  return pieces
}
