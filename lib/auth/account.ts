import { hashPassword, verifyPassword } from '@/lib/auth/hash-password'
import { hashToken } from '@/lib/auth/hash-token'
import { limitRate } from '@/lib/auth/limit-rate'
import { recordAudit } from '@/lib/auth/record-audit'
import { type Agent, nameSchema, newPasswordSchema } from '@/lib/auth/schema'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import type { Prisma } from '@/prisma/generated/client'

const select = { id: true, userAgent: true, createdAt: true, lastSeenAt: true } satisfies Prisma.SessionSelect
export type SessionItem = Prisma.SessionGetPayload<{ select: typeof select }> & { isThis: boolean }

/** @throws ZodError */
export async function changeName(agent: Agent, input: { name: string }): Promise<void> {
  const { name } = nameSchema.parse(input)
  await db().$transaction(async (tx) => {
    await tx.user.update({ where: { id: agent.id }, data: { name }, select: { id: true } })
    await recordAudit(tx, { actorId: agent.id, action: 'user.change_name', subjectId: agent.id })
  })
}

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

/** Where one is signed in, the latest first. */
export async function listSessions(agent: { id: string }, token: string | null): Promise<SessionItem[]> {
  const here = token ? hashToken(token) : ''
  const sessions = await db().session.findMany({
    where: { userId: agent.id, expiresAt: { gt: new Date() } },
    select: { ...select, tokenHash: true },
    orderBy: { lastSeenAt: 'desc' },
    take: 100,
  })
  return sessions.map(({ tokenHash, ...session }) => ({ ...session, isThis: tokenHash === here }))
}

/** Ends one of one's own sessions; one that has ended already is no error. */
export async function revokeSession(agent: Agent, id: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { id, userId: agent.id } })
    if (count > 0) await recordAudit(tx, { actorId: agent.id, action: 'user.revoke_session', subjectId: agent.id })
  })
}
