import { randomBytes } from 'node:crypto'
import { hashToken } from '@/lib/auth/hash-token'
import type { Tx } from '@/lib/db'

/** A session ends after 30 days without a visit. */
export const SESSION_MS = 30 * 24 * 60 * 60 * 1_000
const MAX_USER_AGENT = 300

export type NewSession = { userId: string; userAgent: string | null }

/** Opens a session. The token is for the cookie alone; the database has its hash. Old sessions of the person go. */
export async function createSession(tx: Tx, { userId, userAgent }: NewSession): Promise<{ token: string; expiresAt: Date }> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(Date.now() + SESSION_MS)
  await tx.session.deleteMany({ where: { userId, expiresAt: { lt: new Date() } } })
  await tx.session.create({
    data: { userId, tokenHash: hashToken(token), userAgent: userAgent?.slice(0, MAX_USER_AGENT) ?? null, expiresAt },
    select: { id: true },
  })
  return { token, expiresAt }
}
