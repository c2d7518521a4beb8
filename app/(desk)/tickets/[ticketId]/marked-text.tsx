'use client'

import { cn } from '../../../_components/cn'
import type { Piece, Stretch } from './mark-text'
import type { Lit } from './reply-context'

type MarkedTextProps = { stretches: Stretch[]; lit: Lit; rules: readonly { position: number }[] }

/** The reply with its marks: citations as chips, doubtful sentences underlined, what is lit on yellow. Never a width of its own. */
export function MarkedText({ stretches, lit, rules }: MarkedTextProps) {
  const known = new Set(rules.map(({ position }) => position))
  return stretches.map(({ sentence: placed, pieces, start }) => {
    const { sentence, index } = placed ?? {}
    const isLit =
      sentence !== undefined &&
      (lit?.kind === 'sentence'
        ? lit.index === index
        : lit?.kind === 'rule' && (sentence.support?.position === lit.position || sentence.citations.includes(lit.position)))
    const isOpen = sentence?.kind === 'statement' && !sentence.isSupported
    return (
      <span
        key={start}
        data-sentence={sentence?.kind === 'statement' ? index : undefined}
        className={cn('rounded-xs transition-colors', isOpen && 'unsupported', isLit && 'bg-lit')}
      >
        {pieces.map((piece) => (
          <PieceOfText key={piece.start} piece={piece} isKnown={known.has(Number(piece.text.slice(1, -1)))} />
        ))}
      </span>
    )
  })
}

function PieceOfText({ piece: { kind, text }, isKnown }: { piece: Piece; isKnown: boolean }) {
  if (kind === 'words') return text
  if (!isKnown) return text
  // The brackets take the chip's own colour: they keep their width and leave the number in a box.
  return (
    <span data-citation={text.slice(1, -1)} className="rounded-sm bg-accent-bg text-accent-bg">
      [<span className="text-accent">{text.slice(1, -1)}</span>]
    </span>
  )
}
