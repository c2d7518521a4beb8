import { isOpen, LINK_TOKEN } from '@/lib/auth/account-links'
import { createSession } from '@/lib/auth/create-session'
import { hashPassword } from '@/lib/auth/hash-password'
import { hashToken } from '@/lib/auth/hash-token'
import { limitRate } from '@/lib/auth/limit-rate'
import { recordAudit } from '@/lib/auth/record-audit'
import { acceptanceSchema, agentSelect, newPasswordSchema, type SignedIn } from '@/lib/auth/schema'
import { db, type Tx } from '@/lib/db'
import { AppError, isUniqueClash } from '@/lib/errors'
import type { Prisma } from '@/prisma/generated/client'

type Caller = { ip: string; userAgent: string | null }
type Acceptance = { token: string; name: unknown; password: unknown; language: unknown }

const linkSelect = { id: true, kind: true, email: true, role: true, userId: true } satisfies Prisma.AccountLinkSelect
type Link = Prisma.AccountLinkGetPayload<{ select: typeof linkSelect }>

/**
 * Makes the account of an invitation and signs its person in. The link is spent, whoever comes second with it is refused.
 * @throws AppError not_found (the link has ended), conflict (`known`), rate_limited; ZodError
 */
export async function acceptInvite({ token, ...input }: Acceptance, caller: Caller): Promise<SignedIn> {
  const { name, password, language } = acceptanceSchema.parse(input)
  const passwordHash = await hashFor(token, password, caller)
  try {
    return await db().$transaction(async (tx) => {
      const { id, email, role } = await spend(tx, token, 'invite')
      const agent = await tx.user.create({ data: { email, name, role: role ?? 'agent', language, passwordHash }, select: agentSelect })
      await recordAudit(tx, { actorId: agent.id, action: 'invite.accept', subjectId: id, details: { role: agent.role } })
      return { agent, ...(await createSession(tx, { userId: agent.id, userAgent: caller.userAgent })) }
    })
  } catch (cause) {
    if (isUniqueClash(cause)) throw new AppError('conflict', 'Somebody with this e-mail address is here already.', { cause })
    throw cause
  }
}

/**
 * Gives an account the password of its own choice and signs its person in; every other session ends.
 * @throws AppError not_found (the link has ended, or the person has left), rate_limited; ZodError
 */
export async function resetPassword({ token, password }: Pick<Acceptance, 'token' | 'password'>, caller: Caller): Promise<SignedIn> {
  const passwordHash = await hashFor(token, newPasswordSchema.parse({ password }).password, caller)
  return db().$transaction(async (tx) => {
    const { id, userId } = await spend(tx, token, 'password')
    const [agent] = await tx.user.updateManyAndReturn({
      where: { id: userId ?? '', disabledAt: null },
      data: { passwordHash },
      select: agentSelect,
    })
    if (!agent) throw ended()
    await tx.session.deleteMany({ where: { userId: agent.id } })
    await recordAudit(tx, { actorId: agent.id, action: 'user.reset_password', subjectId: agent.id, details: { linkId: id } })
    return { agent, ...(await createSession(tx, { userId: agent.id, userAgent: caller.userAgent })) }
  })
}

/** The costly hash is made for a link that works at this moment only; it is looked at again when it is spent. */
async function hashFor(token: string, password: string, { ip }: Caller): Promise<string> {
  await limitRate({ key: `account-link:${ip}`, limit: 30, windowSeconds: 15 * 60 })
  const isLink =
    LINK_TOKEN.test(token) &&
    (await db().accountLink.findFirst({ where: { tokenHash: hashToken(token), ...isOpen() }, select: { id: true } }))
  if (!isLink) throw ended()
  return hashPassword(password)
}

async function spend(tx: Tx, token: string, kind: Link['kind']): Promise<Link> {
  const [link] = await tx.accountLink.updateManyAndReturn({
    where: { tokenHash: hashToken(token), kind, ...isOpen() },
    data: { usedAt: new Date() },
    select: linkSelect,
  })
  if (!link) throw ended()
  return link
}

function ended(): AppError {
  return new AppError('not_found', 'This link no longer works. Ask an admin for a new one.')
}
