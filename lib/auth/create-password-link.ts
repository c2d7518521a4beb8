import { makeLink } from '@/lib/auth/account-links'
import { limitRate } from '@/lib/auth/limit-rate'
import { recordAudit } from '@/lib/auth/record-audit'
import type { Agent } from '@/lib/auth/schema'
import { takePerson } from '@/lib/auth/take-person'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'

/**
 * A link with which somebody chooses a new password; until they do, the old one stays.
 * @throws AppError not_found, conflict (`disabled`), rate_limited
 */
export async function createPasswordLink(admin: Agent, id: string): Promise<{ token: string; expiresAt: Date }> {
  await limitRate({ key: `invite:${admin.id}`, limit: 60, windowSeconds: 60 * 60 })
  return db().$transaction(async (tx) => {
    const { email, disabledAt } = await takePerson(tx, id)
    if (disabledAt) throw new AppError('conflict', 'This account is closed.', { details: { reason: 'disabled' } })
    const { id: linkId, ...link } = await makeLink(tx, { kind: 'password', email, userId: id, createdById: admin.id })
    await recordAudit(tx, { actorId: admin.id, action: 'user.create_password_link', subjectId: id, details: { linkId } })
    return link
  })
}
