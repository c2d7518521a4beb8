import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { EngineError } from '@/worker/engine'
import { HttpError } from '@/worker/http/http-error'
import { RateLimits } from '@/worker/http/rate-limits'
import { chat, FakeEngine, startServer, untilAborted } from './worker-support'

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

test.each([
  [59_960, '1m0s'],
  [119_600, '2m0s'],
  [119_000, '1m59s'],
  [7_510, '7.6s'],
  [120, '120ms'],
])('%i ms until all is there again are said to be %s', (ms, said) => {
  const { limits: rates } = limits({ tokens: 60_000 })
  rates.takeTokens('a', ms, true)
  expect(rates.headers('a')['x-ratelimit-reset-tokens']).toBe(said)
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

test('a request that is refused before it begins has paid for nothing but itself', async () => {
  const engine = new FakeEngine()
  engine.prepare = async () => ({ tokens: new Array(400).fill(1), droppedMessages: 0 })
  const server = await startServer(() => ({ state: 'ready', engine }), { rateLimits: { requests: 100, tokens: 1_000 } })
  const left = (response: Response) => response.headers.get('x-ratelimit-remaining-tokens')
  const complete = (body: object) =>
    fetch(`${server.url}/v1/completions`, { method: 'POST', body: JSON.stringify({ model: 'qwen3', ...body }) })
  engine.answer = () => {
    throw new EngineError('queue_full', 'full')
  }
  for (const ask of [() => chat(server.url), () => chat(server.url, { n: 2 }), () => complete({ prompt: ['a', 'b'] })]) {
    const refused = await ask()
    expect([refused.status, left(refused)]).toEqual([503, '1000'])
  }
  // One that was taken, and could not begin in time.
  const unread = (code: 'cannot_start_in_time' | 'aborted') =>
    Object.assign(new EngineError(code, 'late', { waitMs: 10 }), { isUnread: true })
  engine.answer = () => Promise.reject(unread('cannot_start_in_time'))
  for (const ask of [() => chat(server.url), () => chat(server.url, { n: 3 }), () => complete({ prompt: ['a', 'b'], n: 2 })]) {
    const late = await ask()
    expect([late.status, left(late)]).toEqual([503, '1000'])
  }
  // The first of three is late, and the others are given up where they wait.
  engine.answer = (request) =>
    engine.requests.length % 3 === 0
      ? Promise.reject(unread('cannot_start_in_time'))
      : new Promise((_, reject) => request.signal.addEventListener('abort', () => reject(unread('aborted'))))
  engine.requests.length = 0
  expect((await chat(server.url, { n: 3 })).status).toBe(503)
  expect(left(await complete({ prompt: [1], max_tokens: -1 }))).toBe('1000')
  // One that was begun has had its prompt computed.
  engine.answer = () => Promise.reject(new EngineError('decode_failed', 'lost'))
  expect(left(await chat(server.url))).toBe('600')
  engine.prepare = async () => ({ tokens: new Array(700).fill(1), droppedMessages: 0 })
  expect((await chat(server.url)).status).toBe(429)
  // Of three replies one was begun, and has had the prompt of all computed.
  let asked = 0
  engine.answer = () => Promise.reject(asked++ === 1 ? new EngineError('decode_failed', 'lost') : unread('cannot_start_in_time'))
  engine.prepare = async () => ({ tokens: new Array(300).fill(1), droppedMessages: 0 })
  await chat(server.url, { n: 3 })
  // The bucket fills meanwhile, by a sixth of a token in ten milliseconds.
  expect(Number(left(await complete({ prompt: [1], max_tokens: -1 })))).toBeLessThan(600)
  await server.close()
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

describe('tokens are paid for', () => {
  // A bucket of six thousand gains a hundred a second.
  const rateLimits = { requests: null, tokens: 6_000 }
  const left = async (url: string) => Number((await chat(url)).headers.get('x-ratelimit-remaining-tokens'))

  test('by those who hang up, streamed or not, and by those who cancel their job', async () => {
    const engine = new FakeEngine()
    const { answer } = engine
    engine.answer = (request) => untilAborted(request, 1_000)
    const server = await startServer(() => ({ state: 'ready', engine }), { rateLimits })
    for (const stream of [false, true]) {
      const hangUp = new AbortController()
      const asked = chat(server.url, { stream, n: 2 }, { signal: hangUp.signal }).then((response) => response.text())
      await expect.poll(() => engine.requests.length).toBe(stream ? 4 : 2)
      hangUp.abort()
      await expect(asked).rejects.toThrow()
      await expect.poll(() => engine.requests.every(({ signal }) => signal.aborted)).toBe(true)
    }
    const job = await chat(server.url, {}, { headers: { prefer: 'respond-async' } })
    await fetch(`${server.url}${job.headers.get('location')}`, { method: 'DELETE' })
    engine.answer = answer
    // Five replies of which a thousand tokens each were written.
    expect(await left(server.url)).toBeLessThan(1_900)
    await server.close()
  })

  test('where a model that sees is asked, before it is and for what it wrote', async () => {
    let asked = 0
    const usage = { prompt_tokens: 5, completion_tokens: 500, total_tokens: 505 }
    const other = createServer((request, response) => {
      asked++
      request.resume()
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ choices: [], usage }))
    }).listen(0, '127.0.0.1')
    await once(other, 'listening')
    const vision = { url: `http://127.0.0.1:${(other.address() as AddressInfo).port}` }
    const engine = new FakeEngine()
    const server = await startServer(() => ({ state: 'ready', engine }), { vision, rateLimits: { requests: null, tokens: 2_000 } })
    const image = { type: 'image_url', image_url: { url: 'data:image/png;base64,AA==' } }
    const messages = [{ role: 'user', content: [{ type: 'text', text: 'What is this?' }, image] }]
    const first = await chat(server.url, { messages })
    expect([first.status, (await first.json()).usage]).toEqual([200, usage])
    // An image and some words, and what was written, of two thousand.
    expect(await left(server.url)).toBeLessThan(650)
    expect((await chat(server.url, { messages })).status).toBe(429)
    expect(asked).toBe(1)
    await server.close()
    other.close()
  })
})
