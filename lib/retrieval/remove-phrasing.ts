import { recordAudit } from '@/lib/auth/record-audit'
import type { Agent } from '@/lib/auth/schema'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { publish } from '@/lib/events'
import { markRulesChanged } from '@/lib/retrieval/rule-store'
import { Role } from '@/prisma/generated/enums'

/**
 * Takes a learnt phrasing out of its rule for good: the same question does not teach that rule again.
 * @throws AppError forbidden, not_found
 */
export async function removePhrasing(agent: Agent, id: string): Promise<void> {
  if (agent.role !== Role.admin) throw new AppError('forbidden', 'Only an admin can change what a rule has learnt.')
  await db().$transaction(async (tx) => {
    const [phrasing] = await tx.learnedPhrasing.updateManyAndReturn({
      where: { id, isRemoved: false },
      data: { isRemoved: true },
      select: { ruleId: true },
    })
    if (!phrasing) throw new AppError('not_found', 'This phrasing no longer exists.')
    await recordAudit(tx, { actorId: agent.id, action: 'rule.remove_phrasing', subjectId: phrasing.ruleId, details: { phrasingId: id } })
    await publish(tx, { kind: 'rules' })
  })
  markRulesChanged()
}
