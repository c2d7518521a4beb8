'use client'

import type { ColumnWords } from './column-chart'
import { ColumnNote } from './column-note'
import { niceScale, Plot, pickTicks } from './plot'
import { useColumns } from './use-columns'
import { useFigure } from './use-figure'

const [SECOND, MINUTE, HOUR, DAY] = [1_000, 60_000, 3_600_000, 86_400_000]
/** Steps that a clock has. */
const CLOCK = [
  ...[1, 2, 5, 10, 15, 30].map((n) => n * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * MINUTE),
  ...[1, 2, 4, 6, 12].map((n) => n * HOUR),
  ...[1, 2, 5, 10, 20].map((n) => n * DAY),
]
const LINES = [
  { stroke: 'stroke-ink', fill: 'fill-ink', dashes: undefined },
  { stroke: 'stroke-ink-3', fill: 'fill-ink-3', dashes: '6 4' },
] as const

type TimeChartProps = { label: string; columns: ColumnWords[]; lines: { label: string; values: (number | null)[] }[] }

/** Durations, a point a column; where nothing was measured a line has a gap. */
export function TimeChart({ label, columns, lines }: TimeChartProps) {
  const { time } = useFigure()
  const { active, propsOf } = useColumns(columns.length)
  const known = lines.flatMap(({ values }) => values.filter((value) => value !== null))
  const { top, values: ticks } = niceScale(Math.max(SECOND, ...known), CLOCK)
  const middle = (index: number) => ((index + 0.5) / columns.length) * 100
  const width = 100 / columns.length
  return (
    <div className="flex flex-col gap-2">
      <Plot
        label={label}
        yTicks={ticks.map((value) => ({ at: value / top, label: value === 0 ? '0' : time(value) }))}
        xTicks={pickTicks(columns.map(({ tick }) => tick))}
        float={
          active !== null && (
            <ColumnNote at={(active + 0.5) / columns.length}>
              <p className="font-medium">{columns[active]?.title}</p>
              {lines.map(({ label: name, values }) => (
                <p key={name} className="flex justify-between gap-4 text-ink-2">
                  {name} <span className="text-ink">{values[active] == null ? '–' : time(values[active])}</span>
                </p>
              ))}
            </ColumnNote>
          )
        }
      >
        <svg aria-hidden="true" viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%" className="overflow-visible">
          {lines.map(({ label: name, values }, at) =>
            stretchesOf(values).map((stretch) => (
              <polyline
                key={`${name} ${stretch[0]}`}
                points={stretch.map((index) => `${middle(index)},${100 - ((values[index] ?? 0) / top) * 100}`).join(' ')}
                className={`fill-none stroke-2 ${LINES[at]?.stroke}`}
                strokeDasharray={LINES[at]?.dashes}
                strokeLinejoin="round"
                vectorEffect="non-scaling-stroke"
              />
            )),
          )}
        </svg>
        {columns.map(({ spoken, title }, index) => (
          <g key={title} aria-label={spoken} {...propsOf(index)} className="group outline-none">
            <rect
              x={`${index * width}%`}
              width={`${width}%`}
              height="100%"
              className="fill-transparent group-focus-visible:stroke-2 group-focus-visible:stroke-accent"
            />
            {lines.map(({ label: name, values }, at) => {
              const value = values[index]
              const isAlone = (values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null
              if (value == null || !(isAlone || active === index || columns.length <= 31)) return null
              return (
                <circle
                  key={name}
                  cx={`${middle(index)}%`}
                  cy={`${100 - (value / top) * 100}%`}
                  r={active === index ? 4 : 2.5}
                  className={LINES[at]?.fill}
                />
              )
            })}
          </g>
        ))}
      </Plot>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-ink-2 text-xs">
        {lines.map(({ label: name }, at) => (
          <li key={name} className="flex items-center gap-1.5">
            <svg aria-hidden="true" className="h-3 w-6">
              <line x1="0" x2="24" y1="6" y2="6" className={`stroke-2 ${LINES[at]?.stroke}`} strokeDasharray={LINES[at]?.dashes} />
            </svg>
            {name}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The places that have a value, those next to each other together. */
function stretchesOf(values: (number | null)[]): number[][] {
  const stretches: number[][] = []
  for (const [index, value] of values.entries()) {
    if (value === null) continue
    const last = stretches.at(-1)
    if (last?.at(-1) === index - 1) last.push(index)
    else stretches.push([index])
  }
  return stretches
}
