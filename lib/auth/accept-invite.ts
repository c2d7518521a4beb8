import { createSession } from '@/lib/auth/create-session'
import { hashForLink, type LinkCaller } from '@/lib/auth/hash-for-link'
import { recordAudit } from '@/lib/auth/record-audit'
import { acceptanceSchema, agentSelect, type SignedIn } from '@/lib/auth/schema'
import { spendAccountLink } from '@/lib/auth/spend-account-link'
import { db } from '@/lib/db'
import { AppError, isUniqueClash } from '@/lib/errors'

type Acceptance = { token: string; name: unknown; password: unknown; language: unknown }

/**
 * Makes the account of an invitation and signs its person in. The link is spent, whoever comes second with it is refused.
 * @throws AppError not_found (the link has ended), conflict (`known`), rate_limited; ZodError
 */
export async function acceptInvite({ token, ...input }: Acceptance, caller: LinkCaller): Promise<SignedIn> {
  const { name, password, language } = acceptanceSchema.parse(input)
  const passwordHash = await hashForLink(token, password, caller)
  try {
    return await db().$transaction(async (tx) => {
      const { id, email, role } = await spendAccountLink(tx, token, 'invite')
      const agent = await tx.user.create({ data: { email, name, role: role ?? 'agent', language, passwordHash }, select: agentSelect })
      await recordAudit(tx, { actorId: agent.id, action: 'invite.accept', subjectId: id, details: { role: agent.role } })
      return { agent, ...(await createSession(tx, { userId: agent.id, userAgent: caller.userAgent })) }
    })
  } catch (cause) {
    if (isUniqueClash(cause)) throw new AppError('conflict', 'Somebody with this e-mail address is here already.', { cause })
    throw cause
  }
}
