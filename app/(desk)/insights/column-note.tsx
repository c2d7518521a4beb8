import type { ReactNode } from 'react'
import { cn } from '../../_components/cn'

/** The figures of the column that is pointed at, beside it; a reader hears them from the column itself. */
export function ColumnNote({ at, children }: { at: number; children: ReactNode }) {
  return (
    <div
      aria-hidden="true"
      className={cn(
        'pointer-events-none absolute top-0 z-10 min-w-32 rounded-md border border-line-strong bg-pane px-2.5 py-1.5 text-xs shadow-float',
        at > 0.6 ? '-translate-x-full -ml-3' : 'ml-3',
      )}
      style={{ left: `${at * 100}%` }}
    >
      {children}
    </div>
  )
}
