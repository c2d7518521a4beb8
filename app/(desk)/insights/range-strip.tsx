import type { Latency } from '@/lib/insights/measure-latency'

/** From the median to the slowest in a hundred, on one scale for all rows: a line with a mark for each quantile. For the eye alone. */
export function RangeStrip({ values, top }: { values: Latency['whole']; top: number }) {
  const [p50, p90, p95, p99] = values.map((value) => `${(value / top) * 100}%`)
  return (
    <svg aria-hidden="true" className="block h-3 w-full overflow-visible">
      <line x1="0" x2="100%" y1="6" y2="6" className="stroke-line" />
      <line x1={p50} x2={p99} y1="6" y2="6" className="stroke-2 stroke-ink-3" />
      <circle cx={p50} cy="6" r="4" className="fill-ink-2" />
      {[p90, p95, p99].map((x, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: three marks in one order
        <line key={index} x1={x} x2={x} y1="2" y2="10" className="stroke-2 stroke-ink-3" />
      ))}
    </svg>
  )
}
