'use server'

import { refresh } from 'next/cache'
import { type Attempt, attempt } from '@/app/_doors/attempt'
import { requireAdmin } from '@/lib/auth/require-agent'
import { type BulkChange, changeRules } from '@/lib/faq/change-rules'
import { checkRules, type RuleInConflict } from '@/lib/faq/check-rules'

/** Does the same to many rules. Answers how many changed. */
export async function changeRulesAction(ids: string[], change: BulkChange): Promise<Attempt<number>> {
  return attempt('rule.bulk', async () => {
    const admin = await requireAdmin()
    const changed = await changeRules(admin, ids, change)
    refresh()
    return changed
  })
}

/** What publishing these rules would repeat or contradict. */
export async function checkRulesAction(ids: string[]): Promise<Attempt<RuleInConflict[]>> {
  return attempt('rule.bulk_check', async () => {
    await requireAdmin()
    return checkRules(ids)
  })
}
