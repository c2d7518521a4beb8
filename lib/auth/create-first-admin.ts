import { createSession } from '@/lib/auth/create-session'
import { hasAnyUser } from '@/lib/auth/has-any-user'
import { hashPassword } from '@/lib/auth/hash-password'
import { recordAudit } from '@/lib/auth/record-audit'
import { agentSelect, type FirstAdmin, firstAdminSchema, type SignedIn } from '@/lib/auth/schema'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'

/** Any number that nothing else here locks. */
const LOCK = 7_470_001

/**
 * Makes the first admin of a new installation and signs them in. Of several at once, exactly one succeeds.
 * @throws AppError conflict when anybody exists already, forbidden in demo mode; ZodError
 */
export async function createFirstAdmin(input: FirstAdmin, userAgent: string | null = null): Promise<SignedIn> {
  const { password, ...user } = firstAdminSchema.parse(input)
  if (env().DEMO) throw new AppError('forbidden', 'The demo has its own admin.')
  // Before the costly hash: after the first day, this door is only knocked at by strangers.
  if (await hasAnyUser()) throw taken()
  const passwordHash = await hashPassword(password)
  return db().$transaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(${LOCK})`
    if (await tx.user.findFirst({ select: { id: true } })) throw taken()
    const agent = await tx.user.create({ data: { ...user, passwordHash, role: 'admin' }, select: agentSelect })
    const session = await createSession(tx, { userId: agent.id, userAgent })
    await recordAudit(tx, { actorId: agent.id, action: 'user.create_first_admin', subjectId: agent.id })
    return { agent, ...session }
  })
}

function taken(): AppError {
  return new AppError('conflict', 'The first admin exists already. Please sign in.')
}
