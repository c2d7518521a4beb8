import { recordAudit } from '@/lib/auth/record-audit'
import { db } from '@/lib/db'
import { publish } from '@/lib/events'
import { getRule } from '@/lib/faq/get-rule'
import { requireEditor } from '@/lib/faq/require-editor'
import type { RuleEditor } from '@/lib/faq/schema'

/**
 * Somebody has compared the rule with its changed twin: it needs no change.
 * @throws AppError forbidden, not_found
 */
export async function confirmTwin(editor: RuleEditor, id: string): Promise<void> {
  const authorId = requireEditor(editor)
  await db().$transaction(async (tx) => {
    const { twinId } = await getRule(id, tx)
    await tx.$executeRaw`update faq_rule set twin_changed_at = null where id = ${id}::uuid`
    await recordAudit(tx, { actorId: authorId, action: 'rule.confirm_twin', subjectId: id, details: { twinId } })
    await publish(tx, { kind: 'rules' })
  })
}
