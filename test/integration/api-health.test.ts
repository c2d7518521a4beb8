import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { GET as health } from '@/app/api/health/route'
import { GET as metrics } from '@/app/api/metrics/route'
import { GET as ready } from '@/app/api/ready/route'
import type { Part } from '@/lib/health/list-parts'
import { connectRedis } from '@/lib/redis'
import { redisUrl, setEnv } from '@/test/support/database'

let close = () => {}
afterEach(() => close())

/** A server that answers `statuses[path]`, 404 elsewhere. */
async function serve(statuses: Record<string, number>): Promise<string> {
  const server = createServer((request, response) => response.writeHead(statuses[request.url ?? ''] ?? 404).end('{}'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  close = () => {
    server.closeAllConnections()
    server.close()
  }
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Where nobody listens: a port that was ours a moment ago. */
async function nowhere(): Promise<string> {
  const url = await serve({})
  close()
  return url
}

async function askReady(): Promise<{ status: number; parts: Record<Part['name'], Part> }> {
  const response = await ready(new Request('http://desk.test/api/ready'), undefined)
  const body: { parts: Part[] } = await response.json()
  return { status: response.status, parts: Object.fromEntries(body.parts.map((part) => [part.name, part])) as Record<Part['name'], Part> }
}

test('alive is alive', async () => {
  expect(health().status).toBe(200)
})

test('ready when database and our worker are', async () => {
  await setEnv({ INFERENCE_URL: await serve({ '/ready': 200 }) })
  if (redisUrl) await connectRedis()
  const { status, parts } = await askReady()
  expect(status).toBe(200)
  expect(parts.database).toMatchObject({ ok: true })
  expect(parts.worker).toMatchObject({ ok: true, detail: 'serving' })
  expect(parts.redis.ok).toBe(redisUrl !== '')
})

test('ready with another server that lists its models', async () => {
  await setEnv({ INFERENCE_URL: await serve({ '/v1/models': 200 }) })
  expect((await askReady()).status).toBe(200)
})

test('ready when one of two servers is', async () => {
  await setEnv({ INFERENCE_URL: `${await nowhere()},${await serve({ '/ready': 200 })}` })
  expect((await askReady()).parts.worker).toMatchObject({ ok: true, detail: '1 of 2 serving' })
})

test.each([
  ['is still loading', async () => serve({ '/ready': 503 }), 'http_503'],
  ['is not there', nowhere, 'econnrefused'],
  ['is not configured', async () => '', 'not_configured'],
])('not ready when the worker %s', async (_, url, detail) => {
  await setEnv({ INFERENCE_URL: await url() })
  const { status, parts } = await askReady()
  expect(status).toBe(503)
  expect(parts.worker).toMatchObject({ ok: false, detail })
  expect(parts.database.ok).toBe(true)
})

test('Redis is listed and never decides', async () => {
  await setEnv({ INFERENCE_URL: await serve({ '/ready': 200 }), REDIS_URL: '' })
  const { status, parts } = await askReady()
  expect(status).toBe(200)
  expect(parts.redis).toMatchObject({ ok: false, detail: 'not_configured' })
})

test('counters are there for Prometheus', async () => {
  const response = await metrics(new Request('http://desk.test/api/metrics'), undefined)
  expect(await response.text()).toContain('deskhand_inbound_total')
})
