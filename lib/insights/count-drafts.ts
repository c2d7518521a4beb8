import { z } from 'zod'
import type { Tx } from '@/lib/db'
import { editedShareSql } from '@/lib/insights/edited-share'
import { amongKept, type Sources } from '@/lib/insights/kept-days'
import type { Period } from '@/lib/insights/period'
import { type Days, dayOf, during, stepOf } from '@/lib/insights/period-sql'
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
    editedShare: z.number(),
    editedKnown: z.int(),
  }),
)

/** How many drafts of one kind were asked for in one step. */
export type DraftCount = z.infer<typeof rowsSchema>[number]

/** The drafts that were asked for on these days, counted from the rows by everything that tells them apart. */
export function draftsOf(days: Days): Prisma.Sql {
  const queuedAt = Prisma.sql`s.queued_at`
  return Prisma.sql`
    select ${dayOf(queuedAt, days)} as day, s.rung, s.status, s.model, s.prompt_version, count(*)::int as count, ${editedShareSql()}
    from suggestion s left join suggestion_outcome o on o.suggestion_id = s.id and s.status = 'edited'
    where ${during(queuedAt, days)} group by 1, 2, 3, 4, 5`
}

/** The drafts that were asked for in the period and in the one before. */
export async function countDrafts(tx: Tx, period: Period, { kept, rows }: Sources): Promise<DraftCount[]> {
  // Prisma cannot group by a day of the reader's clock.
  return rowsSchema.parse(
    await tx.$queryRaw`
    select ${stepOf(period)} as step, rung, status, model, prompt_version as "promptVersion", sum(count)::int as count,
      sum(edited_share) as "editedShare", sum(edited_known)::int as "editedKnown"
    from (
      select day, rung, status, model, prompt_version, count, edited_share, edited_known from figure_draft where ${amongKept(kept)}
      union all ${draftsOf(rows)}
    ) asked
    group by 1, 2, 3, 4, 5`,
  )
}
