import type { DiffPiece } from '@/lib/faq/diff-texts'

/** What changed between two texts, in reading order: taken out struck through, put in underlined. The lines say the same as the colours. */
export function TextDiff({ pieces }: { pieces: DiffPiece[] }) {
  let at = 0
  return (
    <span className="whitespace-pre-wrap wrap-anywhere">
      {pieces.map(({ kind, text }) => {
        const key = `${kind} ${at}`
        at += text.length
        if (kind === 'added') {
          return (
            <ins key={key} className="rounded-xs bg-teal-bg text-teal decoration-1 underline-offset-3">
              {text}
            </ins>
          )
        }
        if (kind === 'removed') {
          return (
            <del key={key} className="rounded-xs bg-grey-bg text-ink-3 decoration-1">
              {text}
            </del>
          )
        }
        return <span key={key}>{text}</span>
      })}
    </span>
  )
}
