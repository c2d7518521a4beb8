import { makeLink } from '@/lib/auth/account-links'
import { limitRate } from '@/lib/auth/limit-rate'
import { recordAudit } from '@/lib/auth/record-audit'
import { type Agent, type Invitation, invitationSchema } from '@/lib/auth/schema'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'

/**
 * A link with which somebody makes their account. An earlier invitation to the same address no longer works.
 * @throws AppError conflict (`details.reason: known`: somebody with this address is here), rate_limited; ZodError
 */
export async function invitePerson(admin: Agent, input: Invitation): Promise<{ token: string; expiresAt: Date }> {
  const { email, role } = invitationSchema.parse(input)
  await limitRate({ key: `invite:${admin.id}`, limit: 60, windowSeconds: 60 * 60 })
  return db().$transaction(async (tx) => {
    if (await tx.user.findUnique({ where: { email }, select: { id: true } })) {
      throw new AppError('conflict', 'Somebody with this e-mail address is here already.', { details: { reason: 'known' } })
    }
    const { id, ...link } = await makeLink(tx, { kind: 'invite', email, role, createdById: admin.id })
    await recordAudit(tx, { actorId: admin.id, action: 'invite.create', subjectId: id, details: { email, role } })
    return link
  })
}
