import { isOpen } from '@/lib/auth/account-links'
import { recordAudit } from '@/lib/auth/record-audit'
import type { Agent } from '@/lib/auth/schema'
import { db } from '@/lib/db'

/** Takes an invitation back; one that is used or has ended already is left as it is. */
export async function revokeInvite(admin: Agent, id: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.accountLink.updateMany({ where: { id, kind: 'invite', ...isOpen() }, data: { revokedAt: new Date() } })
    if (count > 0) await recordAudit(tx, { actorId: admin.id, action: 'invite.revoke', subjectId: id })
  })
}
