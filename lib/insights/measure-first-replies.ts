import { z } from 'zod'
import { db } from '@/lib/db'
import type { Period } from '@/lib/insights/period'
import { isBefore, stepOf, withinBoth } from '@/lib/insights/period-sql'
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

/** The time to the first reply, over the period, the one before and each step of the charts. */
export async function measureFirstReplies(period: Period): Promise<FirstReplyFigures> {
  const rows = rowsSchema.parse(
    await db().$queryRaw`
    select step, is_before as "isBefore", count(*)::int as tickets, count(ms)::int as replied,
      percentile_cont(0.5) within group (order by ms) as "medianMs", percentile_cont(0.9) within group (order by ms) as "p90Ms"
    from (
      select ${stepOf(Prisma.sql`created_at`, period)} as step, ${isBefore(Prisma.sql`created_at`, period)} as is_before,
        extract(epoch from first_replied_at - created_at)::float8 * 1000 as ms
      from ticket where ${withinBoth(Prisma.sql`created_at`, period)}
    ) came
    group by grouping sets ((step), (is_before))`,
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
