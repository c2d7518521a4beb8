import type { Tx } from '@/lib/db'
import type { RuleContent } from '@/lib/faq/schema'

/** What the customer would notice in one language and not in the other. */
const SAID: readonly (keyof RuleContent)[] = ['question', 'answer', 'entity', 'status', 'validFrom', 'validUntil']

/** Whether these changed fields are a reason to look at the twin. */
export function concernsTwin(changed: readonly string[]): boolean {
  return SAID.some((field) => changed.includes(field))
}

/**
 * Rules say something else now. One whose twin had changed before has caught up with it; the twin of every other one is marked, until
 * somebody changes it as well or says that it needs no change. Two that changed together are even. By hand, so that `updated_at` stays.
 */
export async function markTwins(tx: Tx, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.$executeRaw`
    update faq_rule set twin_changed_at = now() from faq_rule changed
    where faq_rule.twin_id = changed.id and changed.id = any(${ids}::uuid[]) and not faq_rule.id = any(${ids}::uuid[])
      and changed.twin_changed_at is null and faq_rule.twin_changed_at is null`
  await tx.$executeRaw`update faq_rule set twin_changed_at = null where id = any(${ids}::uuid[]) and twin_changed_at is not null`
}
