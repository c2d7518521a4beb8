import type { IncomingMessage } from 'node:http'
import { describe, expect, test } from 'vitest'
import { clientAddress, parseRanges, requireAllowed } from '@/worker/http/client-address'
import { chat, FakeEngine, startServer } from './worker-support'

const from = (remoteAddress: string, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: { ...(forwarded !== undefined && { 'x-forwarded-for': forwarded }) },
  }) as unknown as IncomingMessage

describe('the address of a client', () => {
  const cases: [string, string, string | undefined, string[], string][] = [
    ['is the socket’s', '192.0.2.1', undefined, [], '192.0.2.1'],
    ['is the socket’s, whatever a stranger writes', '192.0.2.1', '10.0.0.1', [], '192.0.2.1'],
    ['is the last one that a trusted proxy saw', '10.0.0.1', '203.0.113.9, 198.51.100.7', ['10.0.0.0/8'], '198.51.100.7'],
    ['goes on through a second trusted proxy', '10.0.0.1', '203.0.113.9, 198.51.100.7, 10.9.9.9', ['10.0.0.0/8'], '198.51.100.7'],
    ['is the proxy’s own when it says nothing', '10.0.0.1', undefined, ['10.0.0.0/8'], '10.0.0.1'],
    ['is the first of all trusted ones', '10.0.0.1', '10.0.0.3, 10.0.0.2', ['10.0.0.0/8'], '10.0.0.3'],
    ['is IPv4 in IPv6 clothes', '::ffff:192.0.2.1', undefined, [], '192.0.2.1'],
    ['is IPv6', '2001:db8::1', undefined, [], '2001:db8::1'],
    ['is IPv6 with a zone', 'fe80::1%eth0', undefined, [], 'fe80::1'],
    ['is IPv6 behind a proxy, with a port', '::1', '[2001:db8::7]:4711', ['::1'], '2001:db8::7'],
    ['is IPv4 behind a proxy, with a port', '127.0.0.1', '192.0.2.4:80', ['127.0.0.1'], '192.0.2.4'],
    ['is nobody’s when it is none', '127.0.0.1', 'localhost', ['127.0.0.1'], 'unknown'],
    ['is nobody’s in a notation that no proxy writes', '127.0.0.1', '0x7f.1', ['127.0.0.1'], 'unknown'],
  ]
  test.each(cases)('%s', (_, socket, forwarded, trusted, expected) => {
    expect(clientAddress(from(socket, forwarded), parseRanges(trusted))).toBe(expected)
  })
})

describe('a list of addresses', () => {
  const allowed = parseRanges(['192.0.2.7', '10.0.0.0/8', '2001:db8::/32'])
  test.each(['192.0.2.7', '10.255.0.1', '2001:db8:1::9', '::ffff:10.1.1.1'])('lets %s in', (address) => {
    expect(() => requireAllowed(address, allowed)).not.toThrow()
  })
  test.each(['192.0.2.8', '11.0.0.1', '2001:db9::1', '::1', 'unknown'])('keeps %s out', (address) => {
    expect(() => requireAllowed(address, allowed)).toThrow('not allowed')
  })
  test.each([
    ['::ffff:192.0.2.7', '192.0.2.7', '192.0.2.8'],
    ['::ffff:10.0.0.0/104', '10.255.0.1', '11.0.0.1'],
    ['0.0.0.0/0', '203.0.113.1', '2001:db8::1'],
    ['::/0', '2001:db8::1', '203.0.113.1'],
    ['10.0.0.5/30', '10.0.0.7', '10.0.0.8'],
    ['2001:db8::/127', '2001:db8::1', '2001:db8::2'],
  ])('of %s lets %s in and keeps %s out', (range, inside, outside) => {
    const ranges = parseRanges([range])
    expect(() => requireAllowed(inside, ranges)).not.toThrow()
    expect(() => requireAllowed(outside, ranges)).toThrow('not allowed')
  })
  test('that is empty lets everyone in', () => expect(() => requireAllowed('unknown', [])).not.toThrow())
  test.each(['10.0.0.0/33', 'example.com', '10.0.0.0/x', '10.1/16', '10', '0x7f.1', '10.0.0.0/', '10.0.0.0/8/8', '::/129'])(
    'cannot have %s in it',
    (text) => expect(() => parseRanges([text])).toThrow(),
  )
})

describe('the wire', () => {
  const engine = new FakeEngine()

  test('limits whoever has a block of IPv6 addresses as one, and neighbours each by itself', async () => {
    const options = { rateLimits: { requests: 1, tokens: null }, trustedProxies: ['127.0.0.1'] }
    const server = await startServer(() => ({ state: 'ready', engine }), options)
    const as = async (address: string) => (await chat(server.url, {}, { headers: { 'x-forwarded-for': address } })).status
    expect(await as('2001:db8::1')).toBe(200)
    expect(await as('2001:db8::ffff:1')).toBe(429)
    expect(await as('2001:db8:0:1::1')).toBe(200)
    expect(await as('192.0.2.1')).toBe(200)
    expect(await as('192.0.2.2')).toBe(200)
    await server.close()
  })

  test('keeps addresses out that are not on the list, and tells them no more than that it lives', async () => {
    const options = { allowedIps: ['203.0.113.0/24'], trustedProxies: ['127.0.0.1'] }
    const server = await startServer(() => ({ state: 'ready', engine }), options)
    const as = (address: string) => chat(server.url, {}, { headers: { 'x-forwarded-for': address } })
    expect((await as('203.0.113.5')).status).toBe(200)
    const refused = await as('203.0.113.5, 198.51.100.1')
    expect([refused.status, await refused.json()]).toMatchObject([403, { error: { code: 'ip_not_allowed' } }])
    expect((await fetch(`${server.url}/metrics`)).status).toBe(403)
    expect((await fetch(`${server.url}/health`)).status).toBe(200)
    await server.close()
  })

  test('answers no page of another site, unless it is on the list', async () => {
    const server = await startServer(() => ({ state: 'ready', engine }), { corsOrigins: ['https://desk.example'] })
    const as = (origin: string, init: RequestInit = {}) => chat(server.url, {}, { ...init, headers: { origin } })
    const asked = engine.requests.length
    const refused = await as('https://evil.example')
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([403, null])
    expect(engine.requests).toHaveLength(asked)
    const allowed = await as('https://desk.example')
    expect([allowed.status, allowed.headers.get('access-control-allow-origin')]).toEqual([200, 'https://desk.example'])
    const preflight = await fetch(`${server.url}/v1/chat/completions`, { method: 'OPTIONS', headers: { origin: 'https://desk.example' } })
    expect([preflight.status, preflight.headers.get('access-control-allow-headers')]).toEqual([
      204,
      expect.stringContaining('authorization'),
    ])
    // OpenAI's own client says which it is.
    const wished = 'authorization,content-type,x-stainless-lang,x-stainless-retry-count'
    const own = await fetch(`${server.url}/v1/chat/completions`, {
      method: 'OPTIONS',
      headers: { origin: 'https://desk.example', 'access-control-request-headers': wished },
    })
    expect(own.headers.get('access-control-allow-headers')).toBe(wished)
    expect(own.headers.get('vary')).toContain('Access-Control-Request-Headers')
    const readable = allowed.headers.get('access-control-expose-headers')?.split(', ')
    expect(readable).toEqual(expect.arrayContaining(['x-request-id', 'x-deskhand-wait-ms', 'retry-after']))
    await server.close()
  })
})
