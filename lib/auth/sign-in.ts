import { createSession } from '@/lib/auth/create-session'
import { verifyPassword } from '@/lib/auth/hash-password'
import { limitRate } from '@/lib/auth/limit-rate'
import { recordAudit } from '@/lib/auth/record-audit'
import { agentSelect, type SignedIn, signInSchema } from '@/lib/auth/schema'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'

const WINDOW_SECONDS = 15 * 60

export type SignIn = { email: string; password: string; ip: string; userAgent: string | null }

/**
 * Opens a session for the person with this e-mail address and password.
 * @throws AppError unauthorized (one message for unknown, wrong and disabled), rate_limited; ZodError
 */
export async function signIn({ ip, userAgent, ...input }: SignIn): Promise<SignedIn> {
  const { email, password } = signInSchema.parse(input)
  await limitSignIn(email, ip)
  const user = await db().user.findUnique({ where: { email }, select: { ...agentSelect, passwordHash: true, disabledAt: true } })
  const isRight = await verifyPassword(password, user?.passwordHash ?? null)
  if (!user || !isRight || user.disabledAt) {
    if (user) await recordAudit(db(), { actorId: null, action: 'user.sign_in_failed', subjectId: user.id, details: { ip } })
    throw new AppError('unauthorized', 'The e-mail address or the password is wrong.')
  }
  const { passwordHash: _, disabledAt: __, ...agent } = user
  return db().$transaction(async (tx) => {
    const session = await createSession(tx, { userId: agent.id, userAgent })
    await recordAudit(tx, { actorId: agent.id, action: 'user.sign_in', subjectId: agent.id, details: { ip } })
    return { agent, ...session }
  })
}

/**
 * The narrow limit stops a guesser, the one by address stops a list of users being tried with one password, and the one by
 * e-mail holds even when the address is made up in X-Forwarded-For. Generous enough that nobody is locked out by a typo.
 */
async function limitSignIn(email: string, ip: string): Promise<void> {
  await limitRate({ key: `sign-in:${ip}:${email}`, limit: 10, windowSeconds: WINDOW_SECONDS })
  await limitRate({ key: `sign-in:${ip}`, limit: 100, windowSeconds: WINDOW_SECONDS })
  await limitRate({ key: `sign-in:${email}`, limit: 50, windowSeconds: WINDOW_SECONDS })
}
