import { z } from 'zod'
import { db } from '@/lib/db'
import type { Period } from '@/lib/insights/period'
import { stepOf, withinBoth } from '@/lib/insights/period-sql'
import { Prisma } from '@/prisma/generated/client'
import { Rung, SuggestionStatus } from '@/prisma/generated/enums'

const rowsSchema = z.array(
  z.object({
    /** Null in the period before. */
    step: z.int().nullable(),
    /** Null while it is being made, and of one that failed. */
    rung: z.enum(Rung).nullable(),
    status: z.enum(SuggestionStatus),
    model: z.string().nullable(),
    promptVersion: z.int().nullable(),
    count: z.int(),
  }),
)

/** How many drafts of one kind were asked for in one step. */
export type DraftCount = z.infer<typeof rowsSchema>[number]

/** The drafts that were asked for in the period and in the one before, counted by everything that tells them apart. One pass over an index. */
export async function countDrafts(period: Period): Promise<DraftCount[]> {
  // Prisma cannot group by a day of the reader's clock.
  const rows = await db().$queryRaw`
    select step, rung, status, model, prompt_version as "promptVersion", count(*)::int as count
    from (
      select ${stepOf(Prisma.sql`queued_at`, period)} as step, rung, status, model, prompt_version
      from suggestion where ${withinBoth(Prisma.sql`queued_at`, period)}
    ) asked
    group by 1, 2, 3, 4, 5`
  return rowsSchema.parse(rows)
}
