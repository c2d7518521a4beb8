import { describe, expect, it } from 'vitest'
import { connectRedis, redis } from '@/lib/redis'
import { singleFlight } from '@/lib/suggestions/answer-cache/single-flight'
import { setEnv } from '../support/database'

/** A generation that ends when the test says so. */
function controlled() {
  let end: (value: string) => void = () => undefined
  const ended = new Promise<string>((resolve) => {
    end = resolve
  })
  return { end, ended }
}

const inOneSecond = () => Date.now() + 1_000

describe('a single flight', () => {
  it('generates once for ten callers at the same time', async () => {
    await connectRedis()
    let generated = 0
    let kept: string | null = null
    const { end, ended } = controlled()
    const calls = Array.from({ length: 10 }, () =>
      singleFlight({
        key: 'ten',
        deadlineAt: Date.now() + 5_000,
        find: async () => kept,
        generate: async () => {
          generated++
          kept = await ended
          return kept
        },
      }),
    )
    end('answer')
    const results = await Promise.all(calls)
    expect(generated).toBe(1)
    expect(results.map((result) => result?.value)).toEqual(Array(10).fill('answer'))
    expect(results.filter((result) => result?.isOwn)).toHaveLength(1)
  })

  it('waits for another process that holds the lock and takes what it left', async () => {
    await connectRedis()
    await redis()?.set('deskhand:flight:elsewhere', 'another process', 'PX', 10_000)
    let looks = 0
    const result = await singleFlight({
      key: 'elsewhere',
      deadlineAt: Date.now() + 5_000,
      find: async () => (++looks >= 3 ? 'left by the other' : null),
      generate: async () => 'own',
    })
    expect(result).toEqual({ value: 'left by the other', isOwn: false })
  })

  it('generates itself once the other has let go without leaving anything', async () => {
    await connectRedis()
    await redis()?.set('deskhand:flight:gave-up', 'another process', 'PX', 200)
    const result = await singleFlight({
      key: 'gave-up',
      deadlineAt: Date.now() + 5_000,
      find: async () => null,
      generate: async () => 'own',
    })
    expect(result).toEqual({ value: 'own', isOwn: true })
    expect(await redis()?.get('deskhand:flight:gave-up')).toBeNull()
  })

  it('gives up at its deadline', async () => {
    await connectRedis()
    await redis()?.set('deskhand:flight:stuck', 'another process', 'PX', 60_000)
    const result = await singleFlight({ key: 'stuck', deadlineAt: inOneSecond(), find: async () => null, generate: async () => 'own' })
    expect(result).toBeNull()
  })

  it('works without Redis', async () => {
    await setEnv({ REDIS_URL: '' })
    const result = await singleFlight({ key: 'alone', deadlineAt: inOneSecond(), find: async () => null, generate: async () => 'own' })
    expect(result).toEqual({ value: 'own', isOwn: true })
  })

  it('lets a failure through and frees the key', async () => {
    await connectRedis()
    const failing = singleFlight({
      key: 'fails',
      deadlineAt: inOneSecond(),
      find: async () => null,
      generate: () => Promise.reject(new Error('no')),
    })
    await expect(failing).rejects.toThrow('no')
    expect(await redis()?.get('deskhand:flight:fails')).toBeNull()
  })
})
