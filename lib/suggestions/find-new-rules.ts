import { z } from 'zod'
import { db } from '@/lib/db'

type Pair = { suggestionId: string; ruleId: string }

const rowsSchema = z.array(z.object({ suggestionId: z.uuid(), ruleId: z.uuid() }))

/**
 * Which of these pairs are of a published rule that says something else by now than it could have said to that draft: it was not published
 * when the draft was queued, it answers otherwise, or it is asked in other ways and was not found then.
 */
export async function findNewRules(pairs: readonly Pair[]): Promise<(suggestionId: string, ruleId: string) => boolean> {
  if (pairs.length === 0) return () => false
  // Prisma cannot join each pair with the rule as it stood at the draft's own moment.
  const rows = await db().$queryRaw`
    select pair."suggestionId", pair."ruleId"
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as pair("suggestionId" uuid, "ruleId" uuid)
    join suggestion s on s.id = pair."suggestionId"
    join faq_rule now on now.id = pair."ruleId" and now.status = 'published'
    left join lateral (
      select status, answer, question, variants from faq_rule_revision
      where rule_id = pair."ruleId" and created_at <= s.queued_at
      order by version desc limit 1) before on true
    where before.status is distinct from 'published' or before.answer <> now.answer
      or ((before.question <> now.question or before.variants <> now.variants)
        and not exists (select 1 from suggestion_rule found where found.suggestion_id = s.id and found.rule_id = now.id))`
  const found = new Set(rowsSchema.parse(rows).map(({ suggestionId, ruleId }) => `${suggestionId} ${ruleId}`))
  return (suggestionId, ruleId) => found.has(`${suggestionId} ${ruleId}`)
}
