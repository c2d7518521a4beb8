import { randomBytes } from 'node:crypto'
import { hashPassword } from '@/lib/auth/hash-password'
import { type Agent, agentSelect } from '@/lib/auth/schema'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'
import type { Role } from '@/prisma/generated/enums'

/** `.invalid` can never be anybody's real address (RFC 2606): a team's own people are never the demo's. */
const DEMO_USERS = {
  agent: { email: 'agent@demo.invalid', name: '林晓 Lin Xiao' },
  admin: { email: 'admin@demo.invalid', name: '陈静 Chen Jing' },
} as const

/**
 * The demo's agent or admin, made if absent. Their password is known to nobody: one click is the only way in.
 * @throws AppError forbidden outside demo mode
 */
export async function ensureDemoUser(role: Role): Promise<Agent> {
  if (!env().DEMO) throw new AppError('forbidden', 'One-click sign-in exists in the demo alone.')
  const { email, name } = DEMO_USERS[role]
  const known = await db().user.findUnique({ where: { email }, select: agentSelect })
  if (known) return known
  const passwordHash = await hashPassword(randomBytes(32).toString('base64url'))
  await db().user.createMany({ data: [{ email, name, role, passwordHash }], skipDuplicates: true })
  return db().user.findUniqueOrThrow({ where: { email }, select: agentSelect })
}
