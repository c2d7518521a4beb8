'use client'

import { ColumnNote } from './column-note'
import { Legend } from './legend'
import { niceScale, Plot, pickTicks } from './plot'
import { fillOf, type Tone } from './tones'
import { useColumns } from './use-columns'
import { useFigure } from './use-figure'

export type Series = { label: string; tone: Tone; values: number[] }
/** A column: its short name under the chart, its long one in the note, and what a screen reader says of it. */
export type ColumnWords = { tick: string; title: string; spoken: string }

type ColumnChartProps = { label: string; columns: ColumnWords[]; series: Series[] }

/** Counts, stacked, a column each. */
export function ColumnChart({ label, columns, series }: ColumnChartProps) {
  const { number } = useFigure()
  const { active, propsOf } = useColumns(columns.length)
  const totals = columns.map((_, index) => series.reduce((all, { values }) => all + (values[index] ?? 0), 0))
  const { top, values: ticks } = niceScale(Math.max(...totals))
  const width = 100 / columns.length
  const isStacked = series.length > 1
  return (
    <div className="flex flex-col gap-2">
      <Plot
        label={label}
        yTicks={ticks.map((value) => ({ at: value / top, label: number(value) }))}
        xTicks={pickTicks(columns.map(({ tick }) => tick))}
        float={
          active !== null && (
            <ColumnNote at={(active + 0.5) / columns.length}>
              <p className="font-medium">{columns[active]?.title}</p>
              {[...series].reverse().map(({ label: name, values }) => (
                <p key={name} className="flex justify-between gap-4 text-ink-2">
                  {name} <span className="text-ink">{number(values[active] ?? 0)}</span>
                </p>
              ))}
            </ColumnNote>
          )
        }
      >
        {columns.map(({ spoken, title }, index) => {
          let height = 0
          return (
            <g key={title} aria-label={spoken} {...propsOf(index)} className="group outline-none">
              <rect
                x={`${index * width}%`}
                width={`${width}%`}
                height="100%"
                className="fill-transparent group-hover:fill-sunk group-focus-visible:fill-sunk group-focus-visible:stroke-2 group-focus-visible:stroke-accent"
              />
              {series.map(({ label: name, tone, values }) => {
                const part = ((values[index] ?? 0) / top) * 100
                height += part
                if (part === 0) return null
                return (
                  <rect
                    key={name}
                    x={`${(index + 0.14) * width}%`}
                    width={`${width * 0.72}%`}
                    y={`${100 - height}%`}
                    height={`${part}%`}
                    fill={fillOf(tone)}
                  />
                )
              })}
            </g>
          )
        })}
      </Plot>
      {isStacked && (
        <Legend
          entries={series.map(({ label: name, tone, values }) => ({
            tone,
            label: `${name} ${number(values.reduce((all, value) => all + value, 0))}`,
          }))}
        />
      )}
    </div>
  )
}
