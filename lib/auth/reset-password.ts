import { linkEnded } from '@/lib/auth/account-links'
import { createSession } from '@/lib/auth/create-session'
import { hashForLink, type LinkCaller } from '@/lib/auth/hash-for-link'
import { recordAudit } from '@/lib/auth/record-audit'
import { agentSelect, newPasswordSchema, type SignedIn } from '@/lib/auth/schema'
import { spendAccountLink } from '@/lib/auth/spend-account-link'
import { db } from '@/lib/db'

type PasswordReset = { token: string; password: unknown }

/**
 * Gives an account the password of its own choice and signs its person in; every other session ends.
 * @throws AppError not_found (the link has ended, or the person has left), rate_limited; ZodError
 */
export async function resetPassword({ token, password }: PasswordReset, caller: LinkCaller): Promise<SignedIn> {
  const passwordHash = await hashForLink(token, newPasswordSchema.parse({ password }).password, caller)
  return db().$transaction(async (tx) => {
    const { id, userId } = await spendAccountLink(tx, token, 'password')
    const [agent] = await tx.user.updateManyAndReturn({
      where: { id: userId ?? '', disabledAt: null },
      data: { passwordHash },
      select: agentSelect,
    })
    if (!agent) throw linkEnded()
    await tx.session.deleteMany({ where: { userId: agent.id } })
    await recordAudit(tx, { actorId: agent.id, action: 'user.reset_password', subjectId: agent.id, details: { linkId: id } })
    return { agent, ...(await createSession(tx, { userId: agent.id, userAgent: caller.userAgent })) }
  })
}
