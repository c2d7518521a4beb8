import { z } from 'zod'
import type { Tx } from '@/lib/db'
import { editedShareSql } from '@/lib/insights/edited-share'
import { amongKept, type Sources } from '@/lib/insights/kept-days'
import type { Period } from '@/lib/insights/period'
import { type Days, dayOf, during } from '@/lib/insights/period-sql'
import { Prisma } from '@/prisma/generated/client'
import { Language } from '@/prisma/generated/enums'

/** The most used so many. */
const MAX_RULES = 200

const rowsSchema = z.array(
  z.object({
    id: z.uuid(),
    question: z.string(),
    language: z.enum(Language),
    /** Drafts that cite it and were not replaced by another. */
    uses: z.int(),
    sentAsIs: z.int(),
    edited: z.int(),
    dismissed: z.int(),
    editedShare: z.number(),
    editedKnown: z.int(),
  }),
)

export type RuleUse = z.infer<typeof rowsSchema>[number]

/** The rules that the drafts of these days cite, counted from the rows, with what became of those drafts. */
export function ruleUsesOf(days: Days): Prisma.Sql {
  const queuedAt = Prisma.sql`s.queued_at`
  return Prisma.sql`
    select ${dayOf(queuedAt, days)} as day, cited.rule_id, count(*)::int as uses,
      (count(*) filter (where s.status = 'sent_as_is'))::int as sent_as_is,
      (count(*) filter (where s.status = 'edited'))::int as edited,
      (count(*) filter (where s.status = 'dismissed'))::int as dismissed, ${editedShareSql()}
    from suggestion s join suggestion_rule cited on cited.suggestion_id = s.id and cited.is_cited
    left join suggestion_outcome o on o.suggestion_id = s.id and s.status = 'edited'
    where ${during(queuedAt, days)} and s.status <> 'superseded'
    group by 1, 2`
}

/** The rules that the period's drafts cite, the most cited first, with what became of those drafts. */
export async function countRuleUses(tx: Tx, { from }: Period, { kept, rows }: Sources): Promise<RuleUse[]> {
  return rowsSchema.parse(
    await tx.$queryRaw`
    select used.*, r.question, r.language
    from (
      select rule_id as id, sum(uses)::int as uses, sum(sent_as_is)::int as "sentAsIs", sum(edited)::int as edited, sum(dismissed)::int as dismissed,
        sum(edited_share) as "editedShare", sum(edited_known)::int as "editedKnown"
      from (
        select rule_id, uses, sent_as_is, edited, dismissed, edited_share, edited_known from figure_rule where ${amongKept({ ...kept, from })}
        union all
        select rule_id, uses, sent_as_is, edited, dismissed, edited_share, edited_known from (${ruleUsesOf({ ...rows, from: from > rows.from ? from : rows.from })}) late
      ) cited
      group by 1 order by uses desc, id limit ${MAX_RULES}
    ) used
    join faq_rule r on r.id = used.id
    order by used.uses desc, used.id`,
  )
}
