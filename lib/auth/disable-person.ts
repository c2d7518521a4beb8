import { keepAnAdmin } from '@/lib/auth/keep-an-admin'
import { recordAudit } from '@/lib/auth/record-audit'
import type { Agent } from '@/lib/auth/schema'
import { takePerson } from '@/lib/auth/take-person'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { releaseTickets } from '@/lib/tickets/release-tickets'

/**
 * Closes an account: its sessions end at once and its links stop working; what its person wrote stays. Their tickets that are not resolved stay
 * theirs or go back to everybody.
 * @throws AppError not_found, conflict (`last_admin`, or `yourself`)
 */
export async function disablePerson(admin: Agent, id: string, tickets: 'keep' | 'release'): Promise<void> {
  if (admin.id === id) throw new AppError('conflict', 'Nobody closes their own account.', { details: { reason: 'yourself' } })
  await db().$transaction(async (tx) => {
    const person = await takePerson(tx, id)
    if (person.disabledAt) return
    await keepAnAdmin(tx, person)
    const now = new Date()
    await tx.user.update({ where: { id }, data: { disabledAt: now }, select: { id: true } })
    await tx.session.deleteMany({ where: { userId: id } })
    await tx.accountLink.updateMany({ where: { userId: id, usedAt: null, revokedAt: null }, data: { revokedAt: now } })
    const released = tickets === 'release' ? await releaseTickets(tx, id, admin) : 0
    await recordAudit(tx, { actorId: admin.id, action: 'user.disable', subjectId: id, details: { tickets, released } })
  })
}
