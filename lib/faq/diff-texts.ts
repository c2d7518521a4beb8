import { diffArrays } from 'diff'

export type DiffPiece = { text: string; kind: 'same' | 'added' | 'removed' }

/** Han characters by themselves; words, numbers and amounts of other scripts whole: 3 → 30 is another number, not a longer one. */
const PIECE = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+(?:[.,:'’-](?:(?!\p{Script=Han})[\p{L}\p{N}])+)*|\s+|./gsu
/** Texts further apart than this have nothing in common that would help a reader. */
const MAX_EDITS = 1_200

/** What changed from one text to the next, in reading order: what went before what came. */
export function diffTexts(before: string, after: string): DiffPiece[] {
  const changes = diffArrays(piecesOf(before), piecesOf(after), { maxEditLength: MAX_EDITS })
  if (!changes) return joinPieces([piece('removed', before), piece('added', after)])
  return joinPieces(changes.map(({ added, removed, value }) => piece(added ? 'added' : removed ? 'removed' : 'same', value.join(''))))
}

function piecesOf(text: string): string[] {
  return text.match(PIECE) ?? []
}

function piece(kind: DiffPiece['kind'], text: string): DiffPiece {
  return { kind, text }
}

/** A lone character or space between two changes is chance; joined with them, the change reads as one. */
function joinPieces(pieces: DiffPiece[]): DiffPiece[] {
  const joined: DiffPiece[] = []
  let [removed, added] = ['', '']
  const flush = () => {
    if (removed) joined.push(piece('removed', removed))
    if (added) joined.push(piece('added', added))
    removed = added = ''
  }
  pieces.forEach(({ kind, text }, index) => {
    const isChance = kind === 'same' && (removed || added) && index < pieces.length - 1 && /^(?:\p{Script=Han}|\s+)$/u.test(text)
    if (kind !== 'added' && (kind === 'removed' || isChance)) removed += text
    if (kind !== 'removed' && (kind === 'added' || isChance)) added += text
    if (kind === 'same' && !isChance) {
      flush()
      joined.push(piece('same', text))
    }
  })
  flush()
  return joined.filter(({ text }) => text !== '')
}
