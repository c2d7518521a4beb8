import { z } from 'zod'
import { db } from '@/lib/db'
import type { Period } from '@/lib/insights/period'
import { within } from '@/lib/insights/period-sql'
import { Prisma } from '@/prisma/generated/client'
import { Language } from '@/prisma/generated/enums'

/** The most used so many. */
export const MAX_RULES = 200

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
  }),
)

export type RuleUse = z.infer<typeof rowsSchema>[number]

/** The rules that the period's drafts cite, the most cited first, with what became of those drafts. */
export async function countRuleUses(period: Period): Promise<RuleUse[]> {
  const rows = await db().$queryRaw`
    select used.*, r.question, r.language
    from (
      select cited.rule_id as id, count(*)::int as uses,
        (count(*) filter (where s.status = 'sent_as_is'))::int as "sentAsIs",
        (count(*) filter (where s.status = 'edited'))::int as edited,
        (count(*) filter (where s.status = 'dismissed'))::int as dismissed
      from suggestion s join suggestion_rule cited on cited.suggestion_id = s.id and cited.is_cited
      where ${within(Prisma.sql`s.queued_at`, period)} and s.status <> 'superseded'
      group by 1 order by uses desc, id limit ${MAX_RULES}
    ) used
    join faq_rule r on r.id = used.id
    order by used.uses desc, used.id`
  return rowsSchema.parse(rows)
}
