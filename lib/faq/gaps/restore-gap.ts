import { recordAudit } from '@/lib/auth/record-audit'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { requireEditor } from '@/lib/faq/require-editor'
import type { RuleEditor } from '@/lib/faq/schema'

/**
 * Takes back that some questions are no gap.
 * @throws AppError forbidden, not_found
 */
export async function restoreGap(editor: RuleEditor, decisionId: string): Promise<void> {
  const agentId = requireEditor(editor)
  await db().$transaction(async (tx) => {
    const { count } = await tx.gapDecision.deleteMany({ where: { id: decisionId, ruleId: null } })
    if (count === 0) throw new AppError('not_found', 'This has already been taken back.')
    await recordAudit(tx, { actorId: agentId, action: 'gap.restore', subjectId: decisionId })
  })
}
