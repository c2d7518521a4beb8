import { recordAudit } from '@/lib/auth/record-audit'
import type { Agent } from '@/lib/auth/schema'
import { db } from '@/lib/db'

/** Ends one of one's own sessions; one that has ended already is no error. */
export async function revokeSession(agent: Agent, id: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { id, userId: agent.id } })
    if (count > 0) await recordAudit(tx, { actorId: agent.id, action: 'user.revoke_session', subjectId: agent.id })
  })
}
