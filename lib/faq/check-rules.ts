import { z } from 'zod'
import { db } from '@/lib/db'
import { checkRule } from '@/lib/faq/check-rule'
import { findConflicts, type RuleConflict } from '@/lib/faq/find-conflicts'
import { contentSelect, type RuleContent } from '@/lib/faq/schema'
import type { IndexedRule } from '@/lib/retrieval/schema'

/** So many of the rules are looked at: each is compared with the published ones and with one another. */
export const MAX_CHECKED_AT_ONCE = 100

export type RuleInConflict = { ruleId: string; question: string; worst: RuleConflict }

/**
 * Which of these rules would repeat or contradict another, were all of them published as they stand.
 * @throws ZodError
 */
export async function checkRules(ids: string[]): Promise<RuleInConflict[]> {
  const wanted = z.array(z.uuid()).max(MAX_CHECKED_AT_ONCE).parse(ids)
  const rules = await db().faqRule.findMany({ where: { id: { in: wanted } }, select: { id: true, version: true, ...contentSelect } })
  const chosen = rules.map(({ status: _status, ...rule }): IndexedRule => rule)
  const found: RuleInConflict[] = []
  for (const { id, version: _version, ...content } of rules) {
    // In turns, so that others have theirs; with a hundred of them, no model is waited for.
    const published = await checkRule(content satisfies RuleContent, id, { embedWithinMs: 0 })
    const together = findConflicts({ ...content, id }, chosen)
    const [worst] = [...together, ...published].sort(
      (one, other) => Number(other.kind === 'contradiction') - Number(one.kind === 'contradiction'),
    )
    if (worst) found.push({ ruleId: id, question: content.question, worst })
  }
  return found
}
