import { API_KEY_PATTERN } from '@/lib/auth/create-api-key'
import { hashToken } from '@/lib/auth/hash-token'
import { limitRate } from '@/lib/auth/limit-rate'
import type { ApiCaller, ApiKeyScope } from '@/lib/auth/schema'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'

/** Ten a second: a shop's whole import stays under it, a loop gone wild does not. */
const REQUESTS_PER_MINUTE = 600
const TOUCH_EVERY_MS = 60_000

/**
 * Who calls, from `Authorization: Bearer dh_…`.
 * @throws AppError unauthorized (no key, unknown or revoked), forbidden (the key lacks the scope), rate_limited
 */
export async function requireApiKey(request: Request, scope: Exclude<ApiKeyScope, '*'>): Promise<ApiCaller> {
  const key = /^bearer +(\S+) *$/i.exec(request.headers.get('authorization') ?? '')?.[1]
  if (!key) throw new AppError('unauthorized', 'This address needs an API key: Authorization: Bearer dh_…')
  const caller = await findCaller(key)
  if (!caller) throw new AppError('unauthorized', 'This API key is not valid.')
  await limitRate({ key: `api-key:${caller.id}`, limit: REQUESTS_PER_MINUTE, windowSeconds: 60 })
  if (!caller.scopes.includes('*') && !caller.scopes.includes(scope)) {
    throw new AppError('forbidden', `This API key lacks the scope ${scope}.`, { details: { scope } })
  }
  return caller
}

async function findCaller(key: string): Promise<ApiCaller | null> {
  if (!API_KEY_PATTERN.test(key)) return null
  const found = await db().apiKey.findUnique({
    where: { keyHash: hashToken(key) },
    select: { id: true, name: true, scopes: true, revokedAt: true, lastUsedAt: true },
  })
  if (!found || found.revokedAt) return null
  await touch(found.id, found.lastUsedAt)
  return { id: found.id, name: found.name, scopes: found.scopes }
}

/** "Last used" is for the eye: to the minute is enough, and a busy key must not become a hot row. */
async function touch(id: string, lastUsedAt: Date | null): Promise<void> {
  const staleBefore = new Date(Date.now() - TOUCH_EVERY_MS)
  if (lastUsedAt && lastUsedAt > staleBefore) return
  await db().apiKey.updateMany({
    where: { id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: staleBefore } }] },
    data: { lastUsedAt: new Date() },
  })
}
