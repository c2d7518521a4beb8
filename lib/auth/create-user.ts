import { hashPassword } from '@/lib/auth/hash-password'
import { recordAudit } from '@/lib/auth/record-audit'
import { type Agent, agentSelect, type NewUser, userSchema } from '@/lib/auth/schema'
import { db } from '@/lib/db'
import { AppError, isUniqueClash } from '@/lib/errors'

/**
 * Adds a person to the team. `createdById` is the admin who does it, null for the command line.
 * @throws AppError conflict when the e-mail address is taken; ZodError
 */
export async function createUser(input: NewUser, createdById: string | null = null): Promise<Agent> {
  const { password, ...user } = userSchema.parse(input)
  const passwordHash = await hashPassword(password)
  try {
    return await db().$transaction(async (tx) => {
      const agent = await tx.user.create({ data: { ...user, passwordHash }, select: agentSelect })
      await recordAudit(tx, { actorId: createdById, action: 'user.create', subjectId: agent.id, details: { role: agent.role } })
      return agent
    })
  } catch (cause) {
    if (isUniqueClash(cause)) throw new AppError('conflict', 'Somebody with this e-mail address is here already.', { cause })
    throw cause
  }
}
