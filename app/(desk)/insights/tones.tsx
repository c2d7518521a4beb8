import type { Fate } from '@/lib/insights/read-insights'
import type { Rung } from '@/prisma/generated/enums'

/**
 * How a part of a chart looks. A rung has its own colour, which means the same everywhere; what became of drafts, and everything else, is
 * told in greys. A pattern tells each part apart without colour.
 */
export type Tone = Rung | 'strong' | 'middle' | 'light' | 'faint' | 'empty'

const FILLS: Record<Tone, string> = {
  verbatim: 'fill-teal',
  cache: 'fill-sky',
  model: 'fill-accent',
  extractive: 'fill-amber',
  holding: 'fill-control',
  strong: 'fill-ink-2',
  middle: 'fill-ink-3',
  light: 'fill-control',
  faint: 'fill-line-strong',
  empty: 'fill-line',
}
const TONES = Object.keys(FILLS) as Tone[]

export const FATE_TONES: Record<Fate, Tone> = {
  sent_as_is: 'strong',
  edited: 'middle',
  dismissed: 'light',
  superseded: 'faint',
  open: 'empty',
  failed: 'empty',
}

/** The lines or dots of a tone, in the colour of the ground; the strong ones have none. */
const MARKS: Partial<Record<Tone, { turn: number; path: string }>> = {
  cache: { turn: 45, path: 'M0 3H6' },
  extractive: { turn: 0, path: 'M2 3h2' },
  holding: { turn: -45, path: 'M0 2H6M0 5H6' },
  middle: { turn: 45, path: 'M0 3H6' },
  light: { turn: 0, path: 'M2 3h2' },
}

/** The patterns that `fillOf` points to, once for all drawings of a page: each bar and each line of a legend with its own were a fifth of the page. */
export function TonePatterns() {
  return (
    // Not `hidden`: what is not drawn lends no patterns.
    <svg aria-hidden="true" className="absolute size-0">
      <defs>
        {TONES.map((tone) => {
          const mark = MARKS[tone]
          return (
            <pattern
              key={tone}
              id={idOf(tone)}
              width="6"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform={mark && `rotate(${mark.turn})`}
            >
              <rect width="6" height="6" className={FILLS[tone]} />
              {mark && <path d={mark.path} className="fill-none stroke-bg" strokeWidth="1.4" strokeLinecap="round" />}
            </pattern>
          )
        })}
      </defs>
    </svg>
  )
}

const idOf = (tone: Tone) => `tone-${tone}`

export function fillOf(tone: Tone): string {
  return `url(#${idOf(tone)})`
}
