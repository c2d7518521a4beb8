import { isOpen, LINK_TOKEN } from '@/lib/auth/account-links'
import { hashToken } from '@/lib/auth/hash-token'
import { db } from '@/lib/db'
import type { AccountLinkKind } from '@/prisma/generated/enums'

export type OpenLink = { kind: AccountLinkKind; email: string; name: string | null }

/** Whom a link is for, while it works; null afterwards, and for anything that is no link. */
export async function findAccountLink(token: string): Promise<OpenLink | null> {
  if (!LINK_TOKEN.test(token)) return null
  const link = await db().accountLink.findFirst({
    where: { tokenHash: hashToken(token), ...isOpen() },
    select: { kind: true, email: true, user: { select: { name: true, disabledAt: true } } },
  })
  if (!link || link.user?.disabledAt) return null
  return { kind: link.kind, email: link.email, name: link.user?.name ?? null }
}
