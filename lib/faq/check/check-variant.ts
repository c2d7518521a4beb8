import { checkRule } from '@/lib/faq/check/check-rule'
import type { RuleConflict } from '@/lib/faq/check/find-conflicts'
import { getRule } from '@/lib/faq/get-rule'
import { verbatimKey } from '@/lib/retrieval/verbatim-key'

/**
 * What a published rule would repeat or contradict by one more way to ask it; nothing by the ways that it has. A rule that is not published
 * is looked at when it is.
 * @throws AppError not_found; ZodError (too long)
 */
export async function checkVariant(ruleId: string, variant: string): Promise<RuleConflict[]> {
  const rule = await getRule(ruleId)
  const known = [rule.question, ...rule.variants].map(verbatimKey)
  if (rule.status !== 'published' || known.includes(verbatimKey(variant))) return []
  return checkRule({ ...rule, question: variant, variants: [] }, ruleId)
}
