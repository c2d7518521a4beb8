/** The `share` quantile of the values (0.5: the median), by the nearest rank; NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN
}

/** A figure with as many digits as it means. */
export function rounded(value: number, digits = 1): number {
  return Number(value.toFixed(digits))
}

/** Runs `times` calls with at most `atOnce` under way, and returns how long the whole took, in milliseconds. */
export async function timeAll(times: number, atOnce: number, call: (index: number) => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  let next = 0
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < times) await call(next++)
    }),
  )
  return performance.now() - startedAt
}
