import { findConflicts, type RuleConflict } from '@/lib/faq/find-conflicts'
import { type RuleInput, ruleSchema } from '@/lib/faq/schema'
import { searchRules } from '@/lib/retrieval/search-rules'

/** Of the rules that each way to ask finds, so many are compared; one that is like it is among the first. */
const COMPARED = 10

/**
 * What a rule would repeat or contradict among the published ones, were it published as it stands; see findConflicts.
 * @param id of the rule as it is stored, which is no conflict with itself
 * @throws ZodError
 */
export async function checkRule(input: RuleInput, id?: string): Promise<RuleConflict[]> {
  const rule = ruleSchema.parse(input)
  // Also what will be valid later, or the conflict would show on a day when nobody looks.
  const moments = [...new Set([Date.now(), rule.validFrom?.getTime() ?? Date.now()])].map((time) => new Date(time))
  const found = await Promise.all(
    moments.flatMap((now) =>
      [rule.question, ...rule.variants].map((text) => searchRules({ text, language: rule.language, limit: COMPARED, now })),
    ),
  )
  const rules = new Map(found.flatMap(({ hits }) => hits.map((hit) => [hit.rule.id, hit.rule] as const)))
  return findConflicts({ ...rule, id }, [...rules.values()])
}
