'use server'

import { z } from 'zod'
import { type Attempt, attempt } from '@/app/_doors/attempt'
import { requireAdmin } from '@/lib/auth/require-agent'
import { checkRule } from '@/lib/faq/check/check-rule'
import { checkVariant } from '@/lib/faq/check/check-variant'
import type { RuleConflict } from '@/lib/faq/check/find-conflicts'
import type { RuleInput } from '@/lib/faq/schema'

/** What a rule would repeat or contradict as it stands in the form; without an id, a new one. */
export async function checkRuleAction(ruleId: string | null, input: RuleInput): Promise<Attempt<RuleConflict[]>> {
  return attempt('rule.check', async () => {
    await requireAdmin()
    return checkRule(input, z.uuid().nullable().parse(ruleId) ?? undefined)
  })
}

/** What a rule would repeat or contradict by one more way to ask it. */
export async function checkVariantAction(ruleId: string, variant: string): Promise<Attempt<RuleConflict[]>> {
  return attempt('rule.check_variant', async () => {
    await requireAdmin()
    return checkVariant(z.uuid().parse(ruleId), z.string().max(300).parse(variant))
  })
}
