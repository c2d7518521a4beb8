import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { hashToken } from '@/lib/auth/hash-token'
import { limitRate } from '@/lib/auth/limit-rate'
import { closeRedis, connectRedis, redis } from '@/lib/redis'
import { setEnv } from '@/test/support/database'

const hasRedis = inject('redisSocket') !== ''
const keyOf = (key: string) => `deskhand:rate:${hashToken(`60:${key}`)}`

async function countPassing(key: string, attempts: number): Promise<number> {
  const uses = Array.from({ length: attempts }, () => limitRate({ key, limit: 5, windowSeconds: 60 }))
  const results = await Promise.allSettled(uses)
  for (const result of results) if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'rate_limited' })
  return results.filter((result) => result.status === 'fulfilled').length
}

describe.skipIf(!hasRedis)('a rate limit with Redis', () => {
  afterAll(closeRedis)

  it('is counted there, in a counter that ends by itself and names nobody', async () => {
    expect(await connectRedis()).toBe(true)
    const key = `sign-in:lin@example.com:${randomUUID()}`
    expect(await countPassing(key, 40)).toBe(5)
    expect(await redis()?.get(keyOf(key))).toBe('40')
    const msLeft = (await redis()?.pttl(keyOf(key))) ?? -1
    expect(msLeft).toBeGreaterThan(0)
    expect(msLeft).toBeLessThanOrEqual(60_000)
    expect((await redis()?.keys('*'))?.join()).not.toContain('example.com')
  })

  it('gives a counter without an end its end', async () => {
    await connectRedis()
    const key = randomUUID()
    await redis()?.set(keyOf(key), 5)
    expect(await countPassing(key, 1)).toBe(0)
    expect(await redis()?.pttl(keyOf(key))).toBeGreaterThan(0)
  })

  it('still holds when Redis fails in the middle of a command', async () => {
    await connectRedis()
    const key = randomUUID()
    await redis()?.lpush(keyOf(key), 'not a number')
    expect(await countPassing(key, 20)).toBe(5)
  })

  it('still holds when Redis is gone', async () => {
    closeRedis()
    await setEnv({ REDIS_URL: '/nowhere/redis.sock' })
    const key = randomUUID()
    expect(await countPassing(key, 20)).toBe(5)
  })
})
