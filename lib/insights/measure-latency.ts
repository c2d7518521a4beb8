import { z } from 'zod'
import { db } from '@/lib/db'
import type { Period } from '@/lib/insights/period'
import { isBefore, withinBoth } from '@/lib/insights/period-sql'
import { Prisma } from '@/prisma/generated/client'
import { Rung } from '@/prisma/generated/enums'

/** Milliseconds that 50, 90, 95 and 99 in a hundred did not take longer than. */
const quantiles = z.tuple([z.number(), z.number(), z.number(), z.number()])

const rowsSchema = z.array(
  z.object({ isBefore: z.boolean(), rung: z.enum(Rung), part: z.enum(['whole', 'first']), count: z.int(), quantiles }),
)

export type Latency = {
  rung: Rung
  count: number
  /** From start to finished draft. */
  whole: z.infer<typeof quantiles>
  /** How many had a first word that was written for them, and when; null on rungs where nothing is written. */
  firstWords: number
  firstWord: z.infer<typeof quantiles> | null
}

/** How long drafts took, by rung, in the period and in the one before. Quantiles by the nearest rank. */
export async function measureLatency(period: Period): Promise<{ now: Latency[]; before: Latency[] }> {
  const queuedAt = Prisma.sql`queued_at`
  const before = isBefore(queuedAt, period)
  const made = Prisma.sql`${withinBoth(queuedAt, period)} and rung is not null and ms is not null`
  // Counted by the millisecond first: thousands of counts are ranked in no time, where sorting a million rows takes seconds.
  const rows = rowsSchema.parse(
    await db().$queryRaw`
    with counted as (
      select ${before} as is_before, rung, 'whole' as part, ms, count(*) as n from suggestion where ${made} group by 1, 2, 4
      union all
      -- Both ends by the clock of the process that made the draft; queued and started may be those of a fallback before it.
      select ${before}, rung, 'first', greatest(0, ms + round(date_part('epoch', first_word_at - finished_at) * 1000)::int), count(*)
      from suggestion where ${made} and first_word_at is not null and finished_at is not null group by 1, 2, 4
    ),
    ranked as (
      select *, sum(n) over (partition by is_before, rung, part order by ms) as up_to, sum(n) over (partition by is_before, rung, part) as total
      from counted
    )
    select is_before as "isBefore", rung, part, max(total)::int as count, array[
      min(ms) filter (where up_to >= 0.5 * total), min(ms) filter (where up_to >= 0.9 * total),
      min(ms) filter (where up_to >= 0.95 * total), min(ms) filter (where up_to >= 0.99 * total)] as quantiles
    from ranked group by 1, 2, 3`,
  )
  const of = (before: boolean) =>
    rows
      .filter((row) => row.isBefore === before && row.part === 'whole')
      .map(({ rung, count, quantiles: whole }): Latency => {
        const first = rows.find((row) => row.isBefore === before && row.part === 'first' && row.rung === rung)
        return { rung, count, whole, firstWords: first?.count ?? 0, firstWord: first?.quantiles ?? null }
      })
  return { now: of(false), before: of(true) }
}
