import { cn } from './cn'

/** The first letter of a name in a circle: 林, E. Decoration; the name stands beside it or in the label. */
export function Avatar({ name, className }: { name: string; className?: string }) {
  const first = [...name.trim()][0] ?? '?'
  return (
    <span
      aria-hidden="true"
      className={cn('grid size-6.5 shrink-0 place-items-center rounded-full bg-line-strong font-medium text-ink text-xs', className)}
    >
      {first.toUpperCase()}
    </span>
  )
}
