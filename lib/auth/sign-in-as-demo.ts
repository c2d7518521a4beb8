import { createSession } from '@/lib/auth/create-session'
import { ensureDemoUser } from '@/lib/auth/ensure-demo-user'
import { limitRate } from '@/lib/auth/limit-rate'
import { recordAudit } from '@/lib/auth/record-audit'
import type { SignedIn } from '@/lib/auth/schema'
import { db } from '@/lib/db'
import type { Role } from '@/prisma/generated/enums'

export type DemoSignIn = { role: Role; ip: string; userAgent: string | null }

/**
 * One click and in, as the demo's agent or admin.
 * @throws AppError forbidden outside demo mode, rate_limited
 */
export async function signInAsDemo({ role, ip, userAgent }: DemoSignIn): Promise<SignedIn> {
  const agent = await ensureDemoUser(role)
  await limitRate({ key: `demo-sign-in:${ip}`, limit: 60, windowSeconds: 60 })
  return db().$transaction(async (tx) => {
    const session = await createSession(tx, { userId: agent.id, userAgent })
    await recordAudit(tx, { actorId: agent.id, action: 'user.sign_in_demo', subjectId: agent.id, details: { ip } })
    return { agent, ...session }
  })
}
