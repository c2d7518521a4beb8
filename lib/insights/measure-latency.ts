import { z } from 'zod'
import type { Tx } from '@/lib/db'
import { amongKept, type Sources } from '@/lib/insights/kept-days'
import type { Period } from '@/lib/insights/period'
import { type Days, dayOf, during, isBefore } from '@/lib/insights/period-sql'
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

/** Milliseconds, from a second on to the hundredth: no screen shows more, and a day's drafts fall on few of them. */
const told = (ms: Prisma.Sql) => Prisma.sql`case when ${ms} < 1000 then ${ms} else (${ms} + 5) / 10 * 10 end`

/**
 * How long the drafts of these days took, by rung, counted from the rows by the millisecond: thousands of counts are ranked in no time, where
 * sorting a million rows takes seconds.
 */
export function latencyOf(days: Days): Prisma.Sql {
  const queuedAt = Prisma.sql`queued_at`
  const day = dayOf(queuedAt, days)
  const made = Prisma.sql`${during(queuedAt, days)} and rung is not null and ms is not null`
  // Both ends by the clock of the process that made the draft; queued and started may be those of a fallback before it.
  const first = Prisma.sql`greatest(0, ms + round(date_part('epoch', first_word_at - finished_at) * 1000)::int)`
  return Prisma.sql`
    select ${day} as day, rung, 'whole' as part, ${told(Prisma.sql`ms`)} as ms, count(*)::int as count from suggestion where ${made} group by 1, 2, 4
    union all
    select ${day}, rung, 'first', ${told(first)}, count(*)::int
    from suggestion where ${made} and first_word_at is not null and finished_at is not null group by 1, 2, 4`
}

/** How long drafts took, by rung, in the period and in the one before. Quantiles by the nearest rank. */
export async function measureLatency(tx: Tx, period: Period, sources: Sources): Promise<{ now: Latency[]; before: Latency[] }> {
  const rows = rowsSchema.parse(
    await tx.$queryRaw`
    with took as (
      select day, rung, part, each.ms, each.count
      from figure_latency, unnest(figure_latency.ms, figure_latency.counts) as each(ms, count) where ${amongKept(sources.kept)}
      union all ${latencyOf(sources.rows)}
    ),
    counted as (select ${isBefore(period)} as is_before, rung, part, ms, sum(count) as n from took group by 1, 2, 3, 4),
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
