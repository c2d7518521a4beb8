import type { ReactNode } from 'react'

const HEIGHT = 176

type PlotProps = {
  /** From the bottom up; `at` is 0 to 1. */
  yTicks: { at: number; label: string }[]
  /** `at` is the middle of its column, 0 to 1. */
  xTicks: { at: number; label: string }[]
  label: string
  /** Drawn in a box of 100% × 100%. */
  children: ReactNode
  /** Stands over the drawing. */
  float?: ReactNode
}

/** The ground of a chart: its grid, and its words as text that grows with the reader's. */
export function Plot({ yTicks, xTicks, label, children, float }: PlotProps) {
  return (
    <div className="flex gap-2 pt-1.5">
      <div aria-hidden="true" className="relative w-11 shrink-0 text-2xs text-ink-3" style={{ height: HEIGHT }}>
        {yTicks.map(({ at, label: words }) => (
          <span key={at} className="absolute right-0 -translate-y-1/2 whitespace-nowrap leading-3" style={{ top: `${(1 - at) * 100}%` }}>
            {words}
          </span>
        ))}
      </div>
      <div className="relative min-w-0 grow">
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing has no fieldset */}
        <svg role="group" aria-label={label} className="block w-full overflow-visible" style={{ height: HEIGHT }}>
          {yTicks.map(({ at }) => (
            <line
              key={at}
              x1="0"
              x2="100%"
              y1={`${(1 - at) * 100}%`}
              y2={`${(1 - at) * 100}%`}
              className={at === 0 ? 'stroke-line-strong' : 'stroke-line'}
            />
          ))}
          {children}
        </svg>
        {float}
        <div aria-hidden="true" className="relative h-5 text-2xs text-ink-3">
          {xTicks.map(({ at, label: words }) => (
            <span
              key={at}
              className="absolute top-1 -translate-x-1/2 whitespace-nowrap max-md:even:hidden"
              style={{ left: `${at * 100}%` }}
            >
              {words}
            </span>
          ))}
        </div>
      </div>
    </div>
  )
}

/** About `wanted` of so many columns, evenly apart, with room for their words. */
export function pickTicks(labels: string[], wanted = 7): { at: number; label: string }[] {
  const every = Math.max(1, Math.ceil(labels.length / wanted))
  return labels.flatMap((label, index) => (index % every === 0 ? [{ at: (index + 0.5) / labels.length, label }] : []))
}

/** Round steps from 0 up to the largest value: 1, 2 or 5 times a power of ten, or `units` of a clock. */
export function niceScale(largest: number, units: number[] = []): { top: number; values: number[] } {
  const wanted = Math.max(largest, 1) / 3
  const power = 10 ** Math.floor(Math.log10(wanted))
  const step = units.find((unit) => unit >= wanted) ?? [1, 2, 5, 10].map((n) => n * power).find((size) => size >= wanted) ?? wanted
  const whole = Math.max(1, step)
  const count = Math.max(1, Math.ceil(largest / whole))
  return { top: count * whole, values: Array.from({ length: count + 1 }, (_, index) => index * whole) }
}
