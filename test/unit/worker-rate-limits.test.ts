import { describe, expect, test } from 'vitest'
import { HttpError } from '@/worker/http/http-error'
import { RateLimits } from '@/worker/http/rate-limits'
import { chat, FakeEngine, startServer } from './worker-support'

function limits(options: { requests?: number; tokens?: number }) {
  const clock = { now: 1_000_000 }
  const made = new RateLimits({ requests: options.requests ?? null, tokens: options.tokens ?? null, now: () => clock.now })
  return { clock, limits: made }
}

function refusal(work: () => void): HttpError {
  try {
    work()
  } catch (error) {
    if (error instanceof HttpError) return error
  }
  throw new Error('it was not refused')
}

describe('a limit of requests', () => {
  test('fills evenly: after the last one a sixth of a minute brings one of six', () => {
    const { clock, limits: rates } = limits({ requests: 6 })
    for (let index = 0; index < 6; index++) rates.takeRequest('a')
    const error = refusal(() => rates.takeRequest('a'))
    expect(error).toMatchObject({ status: 429, code: 'rate_limit_exceeded', type: 'requests' })
    expect(error.headers).toMatchObject({
      'retry-after': '10',
      'x-ratelimit-limit-requests': '6',
      'x-ratelimit-remaining-requests': '0',
      'x-ratelimit-reset-requests': '1m0s',
    })
    clock.now += 9_999
    expect(() => rates.takeRequest('a')).toThrow(HttpError)
    clock.now += 1
    expect(() => rates.takeRequest('a')).not.toThrow()
  })

  test('is each caller’s own', () => {
    const { limits: rates } = limits({ requests: 1 })
    rates.takeRequest('a')
    expect(() => rates.takeRequest('b')).not.toThrow()
    expect(() => rates.takeRequest('a')).toThrow(HttpError)
  })
})

describe('a limit of tokens', () => {
  test('takes prompts before and replies after, into debt', () => {
    const { clock, limits: rates } = limits({ tokens: 600 })
    rates.takeTokens('a', 500)
    rates.takeTokens('a', 400, true)
    expect(rates.headers('a')).toEqual({
      'x-ratelimit-limit-tokens': '600',
      'x-ratelimit-remaining-tokens': '0',
      'x-ratelimit-reset-tokens': '1m30s',
    })
    expect(refusal(() => rates.takeTokens('a', 100)).headers['retry-after']).toBe('40')
    clock.now += 40_000
    expect(() => rates.takeTokens('a', 100)).not.toThrow()
  })

  test('says so when one request has more than a minute holds, and promises no time', () => {
    const { limits: rates } = limits({ tokens: 600 })
    const error = refusal(() => rates.takeTokens('a', 601))
    expect(error.message).toContain('too large')
    expect(error.headers['retry-after']).toBeUndefined()
  })
})

test('nobody has limits when there are none', () => {
  const { limits: rates } = limits({})
  for (let index = 0; index < 1_000; index++) rates.takeRequest('a')
  expect(rates.headers('a')).toEqual({})
})

test('on the wire every key has its own, with headers on every answer', async () => {
  const engine = new FakeEngine()
  const server = await startServer(() => ({ state: 'ready', engine }), {
    apiKeys: ['one', 'two'],
    rateLimits: { requests: 2, tokens: 1_000 },
  })
  const as = (key: string) => chat(server.url, {}, { headers: { authorization: `Bearer ${key}` } })
  const first = await as('one')
  expect(Object.fromEntries(first.headers)).toMatchObject({
    'x-ratelimit-limit-requests': '2',
    'x-ratelimit-remaining-requests': '1',
    'x-ratelimit-limit-tokens': '1000',
    // One token of the prompt and seven of the reply.
    'x-ratelimit-remaining-tokens': '992',
  })
  expect((await as('one')).status).toBe(200)
  const third = await as('one')
  expect([third.status, third.headers.get('retry-after'), third.headers.get('x-ratelimit-remaining-requests')]).toEqual([429, '30', '0'])
  expect(await third.json()).toMatchObject({ error: { type: 'requests', code: 'rate_limit_exceeded' } })
  expect((await as('two')).status).toBe(200)
  await server.close()
})
