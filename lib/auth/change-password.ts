import { hashPassword, verifyPassword } from '@/lib/auth/hash-password'
import { hashToken } from '@/lib/auth/hash-token'
import { limitRate } from '@/lib/auth/limit-rate'
import { recordAudit } from '@/lib/auth/record-audit'
import { type Agent, newPasswordSchema } from '@/lib/auth/schema'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'

export type PasswordChange = { current: string; password: string; token: string | null }

/**
 * Changes one's own password; every session but the one of `token` ends.
 * @throws AppError unprocessable (`details.reason: wrong_password`), rate_limited; ZodError
 */
export async function changePassword(agent: Agent, { current, token, ...input }: PasswordChange): Promise<void> {
  const { password } = newPasswordSchema.parse(input)
  await limitRate({ key: `change-password:${agent.id}`, limit: 10, windowSeconds: 15 * 60 })
  const { passwordHash: stored } = await db().user.findUniqueOrThrow({ where: { id: agent.id }, select: { passwordHash: true } })
  if (!(await verifyPassword(current.slice(0, 200), stored))) {
    throw new AppError('unprocessable', 'The present password is another one.', { details: { reason: 'wrong_password' } })
  }
  const passwordHash = await hashPassword(password)
  await db().$transaction(async (tx) => {
    await tx.user.update({ where: { id: agent.id }, data: { passwordHash }, select: { id: true } })
    await tx.session.deleteMany({ where: { userId: agent.id, tokenHash: { not: token ? hashToken(token) : '' } } })
    await recordAudit(tx, { actorId: agent.id, action: 'user.change_password', subjectId: agent.id })
  })
}
