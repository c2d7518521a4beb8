import { hashToken } from '@/lib/auth/hash-token'
import { db } from '@/lib/db'
import type { Prisma } from '@/prisma/generated/client'

const select = { id: true, userAgent: true, createdAt: true, lastSeenAt: true } satisfies Prisma.SessionSelect
export type SessionItem = Prisma.SessionGetPayload<{ select: typeof select }> & { isThis: boolean }

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
