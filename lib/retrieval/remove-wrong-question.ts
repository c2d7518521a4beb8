import { recordAudit } from '@/lib/auth/record-audit'
import type { Agent } from '@/lib/auth/schema'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { publish } from '@/lib/events'
import { markRulesChanged } from '@/lib/retrieval/rule-store'
import { Role } from '@/prisma/generated/enums'

/**
 * Decides that a rule is right for a question that agents called it wrong for: none of them counts any more, nor does the next one.
 * @throws AppError forbidden, not_found
 */
export async function removeWrongQuestion(agent: Agent, id: string): Promise<void> {
  if (agent.role !== Role.admin) throw new AppError('forbidden', 'Only an admin can change what a rule has learnt.')
  await db().$transaction(async (tx) => {
    const said = await tx.wrongRule.findFirst({ where: { id, isRemoved: false }, select: { ruleId: true, key: true } })
    if (!said) throw new AppError('not_found', 'This question no longer counts.')
    await tx.wrongRule.updateMany({ where: said, data: { isRemoved: true } })
    await recordAudit(tx, {
      actorId: agent.id,
      action: 'rule.remove_wrong_question',
      subjectId: said.ruleId,
      details: { wrongRuleId: id },
    })
    await publish(tx, { kind: 'rules' })
  })
  markRulesChanged()
}
