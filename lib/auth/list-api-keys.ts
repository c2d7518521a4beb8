import { db } from '@/lib/db'
import type { Prisma } from '@/prisma/generated/client'

const select = {
  id: true,
  name: true,
  prefix: true,
  scopes: true,
  createdAt: true,
  lastUsedAt: true,
  revokedAt: true,
  createdBy: { select: { id: true, name: true } },
} satisfies Prisma.ApiKeySelect

export type ApiKeyItem = Prisma.ApiKeyGetPayload<{ select: typeof select }>

/** Every key, newest first, revoked ones too: 500 at most, far more than anyone can keep an eye on. */
export function listApiKeys(): Promise<ApiKeyItem[]> {
  return db().apiKey.findMany({ select, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: 500 })
}
