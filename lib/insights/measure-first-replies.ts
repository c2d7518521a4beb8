import { z } from 'zod'
import type { Tx } from '@/lib/db'
import { amongKept, type Sources } from '@/lib/insights/kept-days'
import type { Period } from '@/lib/insights/period'
import { type Days, dayOf, during, isBefore, stepOf } from '@/lib/insights/period-sql'
import { Prisma } from '@/prisma/generated/client'

const rowsSchema = z.array(
  z.object({
    /** Null in the row of a whole period. */
    step: z.int().nullable(),
    /** Null in the row of a step. */
    isBefore: z.boolean().nullable(),
    tickets: z.int(),
    replied: z.int(),
    medianMs: z.number().nullable(),
    p90Ms: z.number().nullable(),
  }),
)
type Row = z.infer<typeof rowsSchema>[number]

/** Of the tickets that came in then: how many there are, how many have been answered, and after how long the first reply left. */
export type FirstReplies = Pick<Row, 'tickets' | 'replied' | 'medianMs' | 'p90Ms'>
export type FirstReplyFigures = { now: FirstReplies; before: FirstReplies; steps: FirstReplies[] }

const NONE: FirstReplies = { tickets: 0, replied: 0, medianMs: null, p90Ms: null }

/**
 * The tickets that came in on these days, counted from the rows by the seconds to their first reply, from ten minutes on by the minute; null
 * for those without one.
 */
export function firstRepliesOf(days: Days): Prisma.Sql {
  const createdAt = Prisma.sql`created_at`
  return Prisma.sql`
    select day, case when seconds < 600 then seconds else (seconds + 30) / 60 * 60 end as seconds, count(*)::int as count
    from (
      select ${dayOf(createdAt, days)} as day, date_part('epoch', first_replied_at - created_at)::int as seconds
      from ticket where ${during(createdAt, days)}
    ) came
    group by 1, 2`
}

/** The time to the first reply, over the period, the one before and each step of the charts. */
export async function measureFirstReplies(tx: Tx, period: Period, sources: Sources): Promise<FirstReplyFigures> {
  const rows = rowsSchema.parse(
    await tx.$queryRaw`
    with came as (
      select day, each.seconds, each.count
      from figure_day, unnest(reply_seconds, reply_counts) as each(seconds, count) where ${amongKept(sources.kept)}
      union all ${firstRepliesOf(sources.rows)}
    ),
    counted as (select ${stepOf(period)} as step, ${isBefore(period)} as is_before, seconds, sum(count) as n from came group by 1, 2, 3),
    grouped as (
      select step, null::boolean as is_before, seconds, n from counted where step is not null
      union all
      select null, is_before, seconds, sum(n) from counted group by 2, 3
    ),
    ranked as (
      select *, sum(n) over (partition by step, is_before order by seconds) as up_to,
        sum(n) filter (where seconds is not null) over (partition by step, is_before) as replied
      from grouped
    )
    select step, is_before as "isBefore", sum(n)::int as tickets, coalesce(max(replied), 0)::int as replied,
      1000.0::float8 * min(seconds) filter (where up_to >= 0.5 * replied) as "medianMs",
      1000.0::float8 * min(seconds) filter (where up_to >= 0.9 * replied) as "p90Ms"
    from ranked group by 1, 2`,
  )
  const find = (is: (row: Row) => boolean): FirstReplies => {
    const { tickets, replied, medianMs, p90Ms } = rows.find(is) ?? NONE
    return { tickets, replied, medianMs, p90Ms }
  }
  return {
    now: find((row) => row.isBefore === false),
    before: find((row) => row.isBefore === true),
    steps: period.steps.map((_, step) => find((row) => row.isBefore === null && row.step === step)),
  }
}
