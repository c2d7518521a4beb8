import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { limitRate } from '@/lib/auth/limit-rate'
import { forgetEnv } from '@/lib/env'

describe('a rate limit without Redis', () => {
  beforeAll(() => {
    process.env.DATABASE_URL = 'postgresql://nobody@localhost/nothing'
    process.env.SECRET_KEY = Buffer.alloc(32, 1).toString('base64')
    delete process.env.REDIS_URL
    forgetEnv()
  })

  it('lets the limit through and says when to come back', async () => {
    const rate = { key: `test:${randomUUID()}`, limit: 3, windowSeconds: 60 }
    for (let use = 0; use < 3; use++) await limitRate(rate)
    const refusal = await limitRate(rate).catch((error: unknown) => error)
    expect(refusal).toMatchObject({ code: 'rate_limited', details: { retryAfterSeconds: expect.any(Number) } })
    const { retryAfterSeconds } = (refusal as { details: { retryAfterSeconds: number } }).details
    expect(retryAfterSeconds).toBeGreaterThan(0)
    expect(retryAfterSeconds).toBeLessThanOrEqual(60)
  })

  it('counts every key for itself', async () => {
    const rate = { limit: 1, windowSeconds: 60 }
    await limitRate({ key: `one:${randomUUID()}`, ...rate })
    await expect(limitRate({ key: `two:${randomUUID()}`, ...rate })).resolves.toBeUndefined()
  })

  it('lets exactly the limit through of many at once', async () => {
    const rate = { key: `many:${randomUUID()}`, limit: 7, windowSeconds: 60 }
    const results = await Promise.allSettled(Array.from({ length: 50 }, () => limitRate(rate)))
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(7)
  })

  it('begins anew when the window is over', async () => {
    const rate = { key: `window:${randomUUID()}`, limit: 1, windowSeconds: 0 }
    await limitRate(rate)
    await expect(limitRate(rate)).resolves.toBeUndefined()
  })
})
