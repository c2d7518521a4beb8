import type { ReactNode } from 'react'
import { fillOf, type Tone, TonePatterns } from './tones'
import { usePatternId } from './use-pattern-id'

/** What each tone of a drawing stands for, in words. */
export function Legend({ entries }: { entries: { tone: Tone; label: ReactNode }[] }) {
  const id = usePatternId()
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-ink-2 text-xs">
      {entries.map(({ tone, label }, index) => (
        // The same two tones may stand for two things in two legends, and in one for one.
        // biome-ignore lint/suspicious/noArrayIndexKey: a legend never changes its order
        <li key={index} className="flex items-center gap-1.5">
          <svg aria-hidden="true" className="size-3 shrink-0">
            <TonePatterns id={id} />
            <rect width="12" height="12" rx="2" fill={fillOf(id, tone)} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  )
}
