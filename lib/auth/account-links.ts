import { randomBytes } from 'node:crypto'
import { hashToken } from '@/lib/auth/hash-token'
import type { Tx } from '@/lib/db'
import { AppError } from '@/lib/errors'
import type { Prisma } from '@/prisma/generated/client'

const HOUR_MS = 60 * 60 * 1_000
/** Long enough for a weekend; a new password is wanted now. */
const LINK_MS = { invite: 7 * 24 * HOUR_MS, password: 24 * HOUR_MS } as const

/** 256 random bits in base64url; anything else is refused without asking the database. */
export const LINK_TOKEN = /^[A-Za-z0-9_-]{43}$/

/** A link that still works. */
export function isOpen(): Prisma.AccountLinkWhereInput {
  return { usedAt: null, revokedAt: null, expiresAt: { gt: new Date() } }
}

/** What is said to whoever comes with a link that does not work, for whatever reason. */
export function linkEnded(): AppError {
  return new AppError('not_found', 'This link no longer works. Ask an admin for a new one.')
}

type NewLink = Pick<Prisma.AccountLinkUncheckedCreateInput, 'email' | 'role' | 'userId' | 'createdById'> & { kind: 'invite' | 'password' }

/** Makes a link for somebody; the one they had before no longer works. The token is in the answer alone, the database has its hash. */
export async function makeLink(tx: Tx, link: NewLink): Promise<{ id: string; token: string; expiresAt: Date }> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(Date.now() + LINK_MS[link.kind])
  await tx.accountLink.updateMany({ where: { email: link.email, kind: link.kind, ...isOpen() }, data: { revokedAt: new Date() } })
  const { id } = await tx.accountLink.create({ data: { ...link, tokenHash: hashToken(token), expiresAt }, select: { id: true } })
  return { id, token, expiresAt }
}
