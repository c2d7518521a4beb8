import type { ReactNode } from 'react'
import { fillOf, type Tone } from './tones'

/** What each tone of a drawing stands for, in words. */
export function Legend({ entries }: { entries: { tone: Tone; label: ReactNode }[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-ink-2 text-xs">
      {entries.map(({ tone, label }, index) => (
        // The same two tones may stand for two things in two legends, and in one for one.
        // biome-ignore lint/suspicious/noArrayIndexKey: a legend never changes its order
        <li key={index} className="flex items-center gap-1.5">
          <svg aria-hidden="true" className="size-3 shrink-0">
            <rect width="12" height="12" rx="2" fill={fillOf(tone)} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  )
}
