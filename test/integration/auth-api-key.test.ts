import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { createApiKey } from '@/lib/auth/create-api-key'
import { limitRate } from '@/lib/auth/limit-rate'
import { listApiKeys } from '@/lib/auth/list-api-keys'
import { requireApiKey } from '@/lib/auth/require-api-key'
import { revokeApiKey } from '@/lib/auth/revoke-api-key'
import type { Agent } from '@/lib/auth/schema'
import { db } from '@/lib/db'
import { route } from '@/lib/http'
import { createUser } from '@/test/support/create-user'

const MINUTE = 60_000
let admin: Agent

const withKey = (key: string) => new Request('http://desk.test/api/v1/tickets', { headers: { authorization: `Bearer ${key}` } })
const rowOf = (id: string) => db().apiKey.findUniqueOrThrow({ where: { id } })

beforeAll(async () => {
  admin = await createUser({ email: 'admin@example.com', name: 'Admin', password: 'a long enough password', role: 'admin' })
})

describe('an API key', () => {
  it('is shown once and stored as a hash', async () => {
    const { id, key, prefix } = await createApiKey({ name: 'CRM', scopes: ['tickets:read', 'suggest', 'suggest'], createdById: admin.id })
    expect(key).toMatch(/^dh_[0-9A-Za-z]{32}$/)
    // Enough to tell keys apart, and nothing that helps to guess one.
    expect(prefix).toBe(key.slice(0, 9))
    const row = await rowOf(id)
    expect(JSON.stringify(row)).not.toContain(key)
    expect(row).toMatchObject({ scopes: ['tickets:read', 'suggest'], createdById: admin.id, lastUsedAt: null })
    const entry = await db().auditEntry.findFirstOrThrow({ where: { action: 'api_key.create', subjectId: id } })
    expect(entry).toMatchObject({ actorId: admin.id, details: { name: 'CRM', prefix } })
    expect(JSON.stringify(entry.details)).not.toContain(key)
    const listed = (await listApiKeys()).find((item) => item.id === id)
    expect(listed).toMatchObject({ prefix, createdBy: { name: 'Admin' } })
    expect(listed).not.toHaveProperty('keyHash')
  })

  it('opens what its scopes name and nothing else', async () => {
    const { id, key } = await createApiKey({ name: 'Reader', scopes: ['tickets:read'] })
    expect(await requireApiKey(withKey(key), 'tickets:read')).toEqual({ id, name: 'Reader', scopes: ['tickets:read'] })
    for (const scope of ['tickets:write', 'suggest', 'rules:read', 'rules:write'] as const) {
      await expect(requireApiKey(withKey(key), scope)).rejects.toMatchObject({ code: 'forbidden', details: { scope } })
    }
  })

  it('opens everything with *', async () => {
    const { key } = await createApiKey({ name: 'All', scopes: ['*'] })
    for (const scope of ['tickets:read', 'tickets:write', 'suggest', 'rules:read', 'rules:write'] as const) {
      expect(await requireApiKey(withKey(key), scope)).toMatchObject({ name: 'All' })
    }
  })

  it.each([{ scopes: [] }, { scopes: ['tickets:delete'] }, { scopes: ['*'], name: ' ' }])('is not made from %j', async (wrong) => {
    await expect(createApiKey({ name: 'Wrong', ...wrong } as never)).rejects.toMatchObject({ name: 'ZodError' })
  })

  it('is refused when it is missing, made up or of another kind', async () => {
    const { key } = await createApiKey({ name: 'Real', scopes: ['*'] })
    const headers: Record<string, string>[] = [
      {},
      { authorization: '' },
      { authorization: key },
      { authorization: `Basic ${key}` },
      { authorization: 'Bearer' },
    ]
    const requests = headers.map((given) => new Request('http://desk.test/', { headers: given }))
    for (const made of ['dh_', `dh_${'0'.repeat(32)}`, `${key}x`, key.toLowerCase(), `${key.slice(0, -1)}'`]) requests.push(withKey(made))
    for (const request of requests) {
      await expect(requireApiKey(request, 'tickets:read')).rejects.toMatchObject({ code: 'unauthorized' })
    }
  })

  it('is refused from the moment it is revoked', async () => {
    const { id, key } = await createApiKey({ name: 'Leaked', scopes: ['*'] })
    await requireApiKey(withKey(key), 'suggest')
    await revokeApiKey({ id, revokedById: admin.id })
    const { revokedAt } = await rowOf(id)
    await revokeApiKey({ id, revokedById: admin.id })
    await expect(requireApiKey(withKey(key), 'suggest')).rejects.toMatchObject({ code: 'unauthorized' })
    expect((await rowOf(id)).revokedAt).toEqual(revokedAt)
    expect(await db().auditEntry.count({ where: { action: 'api_key.revoke', subjectId: id, actorId: admin.id } })).toBe(1)
  })

  it('cannot be revoked when it never was', async () => {
    await expect(revokeApiKey({ id: randomUUID() })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('remembers its last use to the minute', async () => {
    const { id, key } = await createApiKey({ name: 'Busy', scopes: ['*'] })
    await requireApiKey(withKey(key), 'suggest')
    const first = (await rowOf(id)).lastUsedAt
    expect(first).not.toBeNull()
    await requireApiKey(withKey(key), 'suggest')
    expect((await rowOf(id)).lastUsedAt).toEqual(first)
    await db().apiKey.update({ where: { id }, data: { lastUsedAt: new Date(Date.now() - 2 * MINUTE) } })
    await requireApiKey(withKey(key), 'suggest')
    expect((await rowOf(id)).lastUsedAt?.getTime()).toBeGreaterThan(Date.now() - MINUTE)
  })

  it('is answered with 429 and Retry-After past 600 calls a minute', async () => {
    const { id, key } = await createApiKey({ name: 'Runaway', scopes: ['*'] })
    await Promise.all(Array.from({ length: 600 }, () => limitRate({ key: `api-key:${id}`, limit: 600, windowSeconds: 60 })))
    const door = route(async (request) => Response.json(await requireApiKey(request, 'suggest')))
    const answer = await door(withKey(key), undefined)
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await answer.json()).toMatchObject({ error: { code: 'rate_limited' } })
  })
})
