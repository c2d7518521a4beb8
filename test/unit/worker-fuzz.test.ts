import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { errorBodySchema } from '@/lib/inference/protocol'
import { chatSchema } from '@/worker/http/chat-schema'
import { completionSchema } from '@/worker/http/completion-schema'
import { arbitraryOf, spoil } from '../support/arbitrary-of'
import { FakeEngine, startServer, type TestServer } from './worker-support'

// Bodies made from the schemas themselves, right and spoilt. The engine is a FAKE that answers everything.

const engine = new FakeEngine()
let server: TestServer

beforeAll(async () => {
  server = await startServer(() => ({ state: 'ready', engine }))
})
afterAll(() => server.close())

const post = (path: string, body: BodyInit) => fetch(`${server.url}${path}`, { method: 'POST', body })

async function expectAnswer(response: Response): Promise<number> {
  const text = await response.text()
  expect([200, 400, 404, 413]).toContain(response.status)
  if (response.status === 200) expect(text.length).toBeGreaterThan(0)
  else expect(errorBodySchema.parse(JSON.parse(text)).error.message.length).toBeGreaterThan(0)
  expect(server.errors).toEqual([])
  return response.status
}

const ROUTES = [
  ['/v1/chat/completions', arbitraryOf(chatSchema)],
  ['/v1/completions', arbitraryOf(completionSchema)],
] as const

describe.each(ROUTES)('%s', (path, body) => {
  const named = body.map((value) => ({ ...(value as object), model: 'qwen3' }))

  test('answers every body that its schema makes', async () => {
    const seen = new Set<number>()
    const property = fc.asyncProperty(named, async (made) => void seen.add(await expectAnswer(await post(path, JSON.stringify(made)))))
    await fc.assert(property, { numRuns: 300, seed: 11 })
    expect(seen).toContain(200)
  }, 60_000)

  test('refuses spoilt bodies with a 400 and never fails', async () => {
    const seen = new Set<number>()
    const spoilt = named.chain(spoil)
    const property = fc.asyncProperty(
      spoilt,
      async (made) => void seen.add(await expectAnswer(await post(path, JSON.stringify(made) ?? ''))),
    )
    await fc.assert(property, { numRuns: 500, seed: 12 })
    expect(seen).toContain(400)
  }, 60_000)

  test('refuses bytes that are no JSON', async () => {
    const property = fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      expect(await expectAnswer(await post(path, Buffer.from(bytes)))).toBe(400)
    })
    await fc.assert(property, { numRuns: 100, seed: 13 })
  })
})

test('any method and path gets an answer', async () => {
  const property = fc.asyncProperty(
    fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'),
    fc.webPath(),
    async (method, path) => {
      const response = await fetch(`${server.url}${path.startsWith('/') ? path : `/${path}`}`, { method })
      await response.text()
      expect(response.status).toBeLessThan(500)
    },
  )
  await fc.assert(property, { numRuns: 200, seed: 14 })
  for (const path of ['/v1/models/%', '/v1/jobs/%zz', '/v1/models/%00', '//', '/v1/models/__proto__', '/v1/jobs/constructor'])
    expect((await fetch(`${server.url}${path}`)).status).toBeLessThan(500)
})
