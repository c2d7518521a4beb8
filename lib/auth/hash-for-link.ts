import { isOpen, LINK_TOKEN, linkEnded } from '@/lib/auth/account-links'
import { hashPassword } from '@/lib/auth/hash-password'
import { hashToken } from '@/lib/auth/hash-token'
import { limitRate } from '@/lib/auth/limit-rate'
import { db } from '@/lib/db'

/** Who comes with a link. */
export type LinkCaller = { ip: string; userAgent: string | null }

/**
 * The hash of a password that somebody brings with a link. It is costly, so it is made for a link that works at this moment only; that is
 * looked at again when the link is spent.
 * @throws AppError not_found (the link has ended), rate_limited
 */
export async function hashForLink(token: string, password: string, { ip }: LinkCaller): Promise<string> {
  await limitRate({ key: `account-link:${ip}`, limit: 30, windowSeconds: 15 * 60 })
  const isLink =
    LINK_TOKEN.test(token) &&
    (await db().accountLink.findFirst({ where: { tokenHash: hashToken(token), ...isOpen() }, select: { id: true } }))
  if (!isLink) throw linkEnded()
  return hashPassword(password)
}
