import { z } from 'zod'
import type { Tx } from '@/lib/db'
import { editedShareOf } from '@/lib/insights/edited-share'
import { amongKept, type Sources } from '@/lib/insights/kept-days'
import type { Period } from '@/lib/insights/period'
import { type Days, dayOf, during, isBefore } from '@/lib/insights/period-sql'
import { Prisma } from '@/prisma/generated/client'
import { Language, SuggestionStatus } from '@/prisma/generated/enums'

const rowsSchema = z.array(
  z.object({
    isBefore: z.boolean(),
    agentId: z.uuid().nullable(),
    language: z.enum(Language),
    status: z.enum(SuggestionStatus),
    /** 1 or -1. */
    rating: z.int().nullable(),
    /** Of an edited draft: how much of it was changed, in tenths of its characters; 10 is all of it and more. */
    tenth: z.int().nullable(),
    count: z.int(),
    /** Characters of these drafts, without marks. */
    drafted: z.number(),
    /** Of those, what was sent as it was. */
    kept: z.number(),
    editedShare: z.number(),
    editedKnown: z.int(),
  }),
)

/** How many drafts met one fate, by one agent. */
export type OutcomeCount = z.infer<typeof rowsSchema>[number]

/** What agents did with the drafts that were asked for on these days, counted from the rows. */
export function outcomesOf(days: Days): Prisma.Sql {
  const queuedAt = Prisma.sql`s.queued_at`
  return Prisma.sql`
    select day, agent_id, language, status, rating, tenth, count(*)::int as count,
      coalesce(sum(draft_length), 0)::float8 as drafted, coalesce(sum(kept), 0)::float8 as kept,
      coalesce(sum(edited_share), 0)::float8 as edited_share, count(edited_share)::int as edited_known
    from (
      select ${dayOf(queuedAt, days)} as day, o.agent_id, s.language, s.status, o.rating, o.draft_length,
        case when s.status = 'edited' and o.draft_length > 0 and o.edit_distance is not null then least(10, 10 * o.edit_distance / o.draft_length) end as tenth,
        case when s.status in ('sent_as_is', 'edited') then greatest(0, o.draft_length - o.edit_distance) end as kept,
        ${editedShareOf()} as edited_share
      from suggestion s join suggestion_outcome o on o.suggestion_id = s.id
      where ${during(queuedAt, days)}
    ) decided
    group by 1, 2, 3, 4, 5, 6`
}

/** What agents did with the drafts that were asked for in the period and in the one before. */
export async function countOutcomes(tx: Tx, period: Period, { kept, rows }: Sources): Promise<OutcomeCount[]> {
  return rowsSchema.parse(
    await tx.$queryRaw`
    select ${isBefore(period)} as "isBefore", agent_id as "agentId", language, status, rating, tenth, sum(count)::int as count,
      sum(drafted) as drafted, sum(kept) as kept,
      sum(edited_share) as "editedShare", sum(edited_known)::int as "editedKnown"
    from (
      select day, agent_id, language, status, rating, tenth, count, drafted, kept, edited_share, edited_known from figure_outcome where ${amongKept(kept)}
      union all ${outcomesOf(rows)}
    ) decided
    group by 1, 2, 3, 4, 5, 6`,
  )
}
