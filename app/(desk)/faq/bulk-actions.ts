'use server'

import { refresh } from 'next/cache'
import { type Attempt, attempt } from '@/app/_doors/attempt'
import { requireAdmin } from '@/lib/auth/require-agent'
import { type BulkChange, type ChangedRule, changeRules } from '@/lib/faq/change-rules'
import type { RuleInConflict } from '@/lib/faq/check/check-each'
import { checkRules } from '@/lib/faq/check/check-rules'
import { undoChanges } from '@/lib/faq/undo-changes'

/** Does the same to many rules. Answers which of them changed. */
export async function changeRulesAction(ids: string[], change: BulkChange): Promise<Attempt<ChangedRule[]>> {
  return attempt('rule.bulk', async () => {
    const admin = await requireAdmin()
    const changed = await changeRules(admin, ids, change)
    refresh()
    return changed
  })
}

/** Takes such changes back, but for rules that were changed again since. Answers how many it took back. */
export async function undoChangesAction(changed: ChangedRule[]): Promise<Attempt<number>> {
  return attempt('rule.bulk_undo', async () => {
    const admin = await requireAdmin()
    const undone = await undoChanges(admin, changed)
    refresh()
    return undone
  })
}

/** What publishing these rules would repeat or contradict, also among those that are published in the same stroke. */
export async function checkRulesAction(ids: string[], together: string[]): Promise<Attempt<RuleInConflict[]>> {
  return attempt('rule.bulk_check', async () => {
    await requireAdmin()
    return checkRules(ids, together)
  })
}
