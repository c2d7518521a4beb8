import { checkRule } from '@/lib/faq/check/check-rule'
import type { RuleConflict } from '@/lib/faq/check/find-conflicts'
import { contentSelect, type Rule, type RuleContent } from '@/lib/faq/schema'
import { describeError, log } from '@/lib/log'

/**
 * What a rule that a program has just written repeats or contradicts among the published ones, published itself or not: at most some fifty
 * searches, and no model is waited for. Null where it could not be looked up: the rule is written all the same.
 */
export async function warningsOf(rule: Rule): Promise<RuleConflict[] | null> {
  if (rule.status === 'archived') return []
  const content = Object.fromEntries(Object.keys(contentSelect).map((field) => [field, rule[field as keyof RuleContent]])) as RuleContent
  try {
    return await checkRule(content, rule.id, { embedWithinMs: 0 })
  } catch (cause) {
    log.error({ event: 'rules.check_failed', ruleId: rule.id, cause: describeError(cause) })
    return null
  }
}
