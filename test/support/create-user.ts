import { hashPassword } from '@/lib/auth/hash-password'
import { type Agent, agentSelect, type NewUser, userSchema } from '@/lib/auth/schema'
import { db } from '@/lib/db'

/** A person of the team who can sign in at once. Real ones come by an invitation (`acceptInvite`) or are the first admin. */
export async function createUser(input: NewUser): Promise<Agent> {
  const { password, ...user } = userSchema.parse(input)
  return db().user.create({ data: { ...user, passwordHash: await hashPassword(password) }, select: agentSelect })
}
