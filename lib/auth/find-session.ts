import { SESSION_MS } from '@/lib/auth/create-session'
import { hashToken } from '@/lib/auth/hash-token'
import { type Agent, agentSelect } from '@/lib/auth/schema'
import { db } from '@/lib/db'

const TOUCH_EVERY_MS = 5 * 60_000

/**
 * Whose token this is; null when it is unknown or expired, or its person was disabled. Each visit moves the end of the
 * session to 30 days from now, written at most every 5 minutes.
 */
export async function findSession(token: string): Promise<Agent | null> {
  const now = Date.now()
  const session = await db().session.findUnique({
    where: { tokenHash: hashToken(token) },
    select: { id: true, expiresAt: true, lastSeenAt: true, user: { select: { ...agentSelect, disabledAt: true } } },
  })
  if (!session || session.expiresAt.getTime() <= now || session.user.disabledAt) return null
  if (session.lastSeenAt.getTime() < now - TOUCH_EVERY_MS) {
    // updateMany: signing out at this very moment leaves nothing to touch, and that is no error.
    await db().session.updateMany({
      where: { id: session.id },
      data: { lastSeenAt: new Date(now), expiresAt: new Date(now + SESSION_MS) },
    })
  }
  const { disabledAt: _, ...agent } = session.user
  return agent
}
