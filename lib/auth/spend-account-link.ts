import { isOpen, linkEnded } from '@/lib/auth/account-links'
import { hashToken } from '@/lib/auth/hash-token'
import type { Tx } from '@/lib/db'
import type { Prisma } from '@/prisma/generated/client'

const select = { id: true, kind: true, email: true, role: true, userId: true } satisfies Prisma.AccountLinkSelect
type SpentLink = Prisma.AccountLinkGetPayload<{ select: typeof select }>

/**
 * Marks a link as used; whoever comes second with it is refused.
 * @throws AppError not_found (the link has ended)
 */
export async function spendAccountLink(tx: Tx, token: string, kind: SpentLink['kind']): Promise<SpentLink> {
  const [link] = await tx.accountLink.updateManyAndReturn({
    where: { tokenHash: hashToken(token), kind, ...isOpen() },
    data: { usedAt: new Date() },
    select,
  })
  if (!link) throw linkEnded()
  return link
}
