import { z } from 'zod'
import { db } from '@/lib/db'
import type { Period } from '@/lib/insights/period'
import { isBefore, withinBoth } from '@/lib/insights/period-sql'
import { Prisma } from '@/prisma/generated/client'
import { Rung } from '@/prisma/generated/enums'

/** The quantiles that are told. */
export const QUANTILES = [0.5, 0.9, 0.95, 0.99] as const
const four = z.tuple([z.number(), z.number(), z.number(), z.number()])

const rowsSchema = z.array(
  z.object({
    isBefore: z.boolean(),
    rung: z.enum(Rung),
    count: z.int(),
    /** From start to finished draft, in milliseconds. */
    whole: four,
    /** From start to the model's first word; null on rungs that write nothing. */
    firstWord: four.nullable().catch(null),
    firstWords: z.int(),
  }),
)

export type Latency = z.infer<typeof rowsSchema>[number]

/** How long drafts took, by rung, in the period and in the one before. */
export async function measureLatency(period: Period): Promise<Latency[]> {
  const rows = await db().$queryRaw`
    select is_before as "isBefore", rung, count(*)::int as count, count(first_ms)::int as "firstWords",
      percentile_cont(${[...QUANTILES]}::float8[]) within group (order by ms) as whole,
      percentile_cont(${[...QUANTILES]}::float8[]) within group (order by first_ms) as "firstWord"
    from (
      -- Both ends are told by the clock of the process that made the draft; queued and started may be those of a fallback before it.
      select ${isBefore(Prisma.sql`queued_at`, period)} as is_before, rung, ms::float8 as ms,
        ms + extract(epoch from first_word_at - finished_at)::float8 * 1000 as first_ms
      from suggestion where ${withinBoth(Prisma.sql`queued_at`, period)} and rung is not null and ms is not null
    ) made
    group by 1, 2`
  return rowsSchema.parse(rows)
}
