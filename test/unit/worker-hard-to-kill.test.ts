import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { EngineReply } from '@/worker/engine'
import { chat, FakeEngine, REPLY, startServer, type TestServer, until, untilAborted } from './worker-support'

// A FAKE engine: what is tried here is the wire.

let engine: FakeEngine
let server: TestServer
const sockets: Socket[] = []

async function start(limits: Record<string, number> = {}) {
  server = await startServer(() => ({ state: 'ready', engine }), { limits })
}

beforeEach(() => {
  engine = new FakeEngine()
})
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await server.close()
  expect(server.errors).toEqual([])
})

const BODY = JSON.stringify({ model: 'qwen3', messages: [{ role: 'user', content: '你好' }], stream: true })
const REQUEST = `POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nContent-Length: ${Buffer.byteLength(BODY)}\r\n\r\n${BODY}`

async function open(): Promise<Socket> {
  const socket = connect(server.port, '127.0.0.1')
  sockets.push(socket)
  socket.on('error', () => {})
  await once(socket, 'connect')
  return socket
}

function listen(socket: Socket): { text: () => string; closed: Promise<unknown> } {
  let text = ''
  socket.on('data', (chunk) => (text += chunk))
  return { text: () => text, closed: once(socket, 'close') }
}

/** The body of an answer in chunks, put together. */
function bodyOf(answer: string): string {
  const bytes = Buffer.from(answer)
  let body = ''
  let at = bytes.indexOf('\r\n\r\n') + 4
  for (;;) {
    const end = bytes.indexOf('\r\n', at)
    const size = Number.parseInt(bytes.subarray(at, end).toString(), 16)
    if (!(size > 0)) return body
    body += bytes.subarray(end + 2, end + 2 + size)
    at = end + 2 + size + 2
  }
}

test('a stream that is silent for long says again and again that it is still there, and nothing more once there is text', async () => {
  await start({ commentMs: 20 })
  let go = () => {}
  engine.answer = async (request) => {
    await new Promise<void>((resolve) => (go = resolve))
    request.onText?.('您好')
    return REPLY
  }
  const socket = await open()
  socket.write(REQUEST.replace('Host: x', 'Host: x\r\nConnection: close'))
  const { text, closed } = listen(socket)
  await until(() => text().split(': still here\n\n').length > 3)
  go()
  await closed
  expect(text().slice(text().indexOf('您好'))).not.toContain('still here')
  expect(text()).toContain('data: [DONE]')
})

describe('a client that', () => {
  test('hangs up at any byte of its request harms nobody', async () => {
    await start()
    engine.answer = untilAborted
    const bytes = Buffer.from(REQUEST)
    for (let cut = 0; cut <= bytes.length; cut++) {
      const socket = await open()
      socket.write(bytes.subarray(0, cut))
      if (cut % 2) socket.resetAndDestroy()
      else socket.destroy()
    }
    await until(() => engine.requests.every((request) => request.signal.aborted))
    engine.answer = async () => REPLY
    expect((await chat(server.url)).status).toBe(200)
  })

  test('hangs up at any byte of its reply frees the engine', async () => {
    await start()
    engine.answer = async (request) => {
      request.onText?.('您好')
      return untilAborted(request)
    }
    for (const size of [1, 20, 150, 300, 400]) {
      const socket = await open()
      socket.write(REQUEST)
      let got = 0
      await new Promise<void>((resolve) =>
        socket.on('data', (chunk) => {
          got += chunk.length
          if (got >= size) resolve()
        }),
      )
      socket.resetAndDestroy()
    }
    await until(() => engine.requests.length === 5 && engine.requests.every((request) => request.signal.aborted))
  })

  test('sends its head byte by byte, for ever, is sent away', async () => {
    await start({ headersMs: 200 })
    const socket = await open()
    const { text, closed } = listen(socket)
    const drip = setInterval(() => socket.write('x'), 20)
    socket.write('POST /v1/chat/completions HTTP/1.1\r\nX-Slow: ')
    await closed
    clearInterval(drip)
    expect(text()).toMatch(/^HTTP\/1.1 408 /)
  })

  test('sends its body byte by byte, for ever, is sent away', async () => {
    await start({ headersMs: 200, requestMs: 300 })
    const socket = await open()
    const { text, closed } = listen(socket)
    const drip = setInterval(() => socket.write(' '), 20)
    socket.write('POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nContent-Length: 9000\r\n\r\n')
    await closed
    clearInterval(drip)
    expect(text()).toMatch(/^HTTP\/1.1 408 /)
    expect(engine.requests).toHaveLength(0)
  })

  test.each(['', 'GET /hea', 'POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nContent-Length: 9000\r\n\r\n{', 'no HTTP\r\n\r\n'])(
    'sends %j, is sent away and does not hang up has no place all the same',
    async (bytes) => {
      await start({ headersMs: 100, requestMs: 200 })
      const socket = await open()
      // It reads nothing, so that it does not see that the other side has ended.
      socket.pause()
      if (bytes !== '') socket.write(bytes)
      await until(async () => (await server.connections()) === 1)
      await until(async () => (await server.connections()) === 0)
      expect(socket.destroyed).toBe(false)
    },
  )

  test.each([
    '\x16\x03\x01\x02\x00 no HTTP at all\r\n\r\n',
    'GET / HTTP/9.9\r\n\r\n',
    'POST /v1/chat/completions HTTP/1.1\r\nContent-Length: -1\r\n\r\n',
  ])('says %j gets a 400 and nothing is logged', async (bytes) => {
    await start()
    const socket = await open()
    const { text, closed } = listen(socket)
    socket.write(bytes)
    await closed
    expect(text()).toMatch(/^HTTP\/1.1 400 /)
  })

  test('sends a head without end gets a 431', async () => {
    await start()
    const socket = await open()
    const { text, closed } = listen(socket)
    socket.write(`GET /health HTTP/1.1\r\nX-Long: ${'x'.repeat(100_000)}`)
    await closed
    expect(text()).toMatch(/^HTTP\/1.1 431 /)
  })

  test('does not read its reply neither fills the memory nor slows others, and is cut off', async () => {
    await start({ stallMs: 500 })
    const piece = 'x'.repeat(1_000)
    let written = 0
    engine.answer = async (request): Promise<EngineReply> => {
      if (request.maxTokens === 1) return REPLY
      // 40 MB, far more than sockets hold; each piece in a turn of its own, as an engine's rounds are.
      for (; written < 40_000 && !request.signal.aborted; written++) {
        request.onText?.(piece)
        if (written % 100 === 0) await new Promise((resolve) => setImmediate(resolve))
      }
      return request.signal.aborted ? untilAborted(request) : REPLY
    }
    const socket = await open()
    socket.pause()
    socket.write(REQUEST)
    await until(() => engine.requests.length === 1)
    expect((await chat(server.url, { max_tokens: 1 })).status).toBe(200)
    await vi.waitUntil(() => engine.requests[0]?.signal.aborted, { timeout: 15_000 })
    // Dropped at a bound, and not at the end.
    expect(written).toBeLessThan(40_000)
  })

  test('reads slowly gets all of its text, in fewer and longer events', async () => {
    await start()
    const pieces = Array.from({ length: 20_000 }, (_, index) => `${index},`)
    engine.answer = async (request) => {
      for (const piece of pieces) request.onText?.(piece)
      return REPLY
    }
    const socket = await open()
    socket.pause()
    socket.write(REQUEST)
    await until(() => engine.requests.length === 1)
    const { text } = listen(socket)
    socket.resume()
    await vi.waitUntil(() => text().includes('data: [DONE]'), { timeout: 15_000 })
    const events = [...bodyOf(text()).matchAll(/data: (\{.*\})/g)].map(([, json]) => JSON.parse(json ?? ''))
    expect(events.map((event) => event.choices[0].delta.content ?? '').join('')).toBe(pieces.join(''))
    expect(events.length).toBeLessThan(pieces.length / 2)
  })
})

describe('a client that sends requests ahead of their answers', () => {
  const ahead = REQUEST.replace(BODY, BODY.replace(',"stream":true', '')).replace(/Length: \d+/, `Length: ${Buffer.byteLength(BODY) - 14}`)

  test.each([REQUEST, ahead])('and hangs up frees the engine of them all', async (request) => {
    await start()
    const warnings: Error[] = []
    const warn = (warning: Error) => warnings.push(warning)
    process.on('warning', warn)
    engine.answer = untilAborted
    const socket = await open()
    socket.write(request.repeat(30))
    await until(() => engine.requests.length === 30)
    socket.destroy()
    await until(() => engine.requests.every(({ signal }) => signal.aborted))
    // Node warns of listeners that pile up.
    process.off('warning', warn)
    expect(warnings).toEqual([])
  })

  test('and stays gets them in order, and a connection that is used again and again keeps nothing of them', async () => {
    await start()
    const socket = await open()
    const { text } = listen(socket)
    for (let round = 1; round <= 3; round++) {
      socket.write(ahead.repeat(20))
      await until(() => text().split('chat.completion').length > round * 20)
    }
    expect(engine.requests.every(({ signal }) => signal.aborted)).toBe(true)
    expect(await server.connections()).toBe(1)
  })
})

describe('a long answer', () => {
  // More than the system's buffers on both sides hold.
  const long = 'x'.repeat(14_000_000)
  const whole = REQUEST.replace(BODY, BODY.replace(',"stream":true', '')).replace(/Length: \d+/, `Length: ${Buffer.byteLength(BODY) - 14}`)
  const writeLong = async (request: { onText?: (text: string) => void }) => {
    request.onText?.(long)
    return REPLY
  }

  test.each([whole, REQUEST])('that nobody reads ends its connection', async (request) => {
    await start({ stallMs: 300 })
    engine.answer = writeLong
    const socket = await open()
    socket.pause()
    socket.write(request)
    await until(() => engine.requests.length === 1)
    await vi.waitUntil(async () => (await server.connections()) === 0, { timeout: 15_000 })
  })

  test.each([whole, REQUEST])(
    'that is read slowly, a little at a time, is read to its end',
    async (request) => {
      await start({ stallMs: 1_000 })
      engine.answer = writeLong
      // A pipe holds 200 KB. TCP on one machine may hold megabytes, of which the sender hears only now and then.
      const folder = mkdtempSync(join(tmpdir(), 'deskhand-wire-'))
      const pipe = createServer((socket) => server.take(socket)).listen(join(folder, 'wire'))
      onTestFinished(() => {
        pipe.close()
        rmSync(folder, { recursive: true })
      })
      await once(pipe, 'listening')
      const socket = connect(join(folder, 'wire'))
      sockets.push(socket)
      await once(socket, 'connect')
      socket.write(request.replace('Host: x', 'Host: x\r\nConnection: close'))
      let bytes = 0
      const drip = setInterval(() => {
        const chunk = socket.read(65_536) ?? socket.read()
        bytes += chunk?.length ?? 0
      }, 20)
      await once(socket, 'end')
      clearInterval(drip)
      expect(bytes).toBeGreaterThan(long.length)
    },
    60_000,
  )
})

test('a thousand connections at once are all answered', async () => {
  await start()
  const idle = await Promise.all(Array.from({ length: 500 }, open))
  const answers = await Promise.all(
    Array.from({ length: 500 }, async () => {
      const socket = await open()
      const { text } = listen(socket)
      socket.write(REQUEST)
      await vi.waitUntil(() => text().includes('data: [DONE]'), { timeout: 20_000, interval: 100 })
      return text().startsWith('HTTP/1.1 200 OK')
    }),
  )
  expect(answers.filter(Boolean)).toHaveLength(500)
  expect(idle.every((socket) => !socket.destroyed)).toBe(true)
}, 40_000)

test('a body counts until its words are read', async () => {
  await start({ maxBodiesBytes: 100_000 })
  const large = { messages: [{ role: 'user', content: 'x'.repeat(60_000) }] }
  let go = () => {}
  let begun = 0
  const read = new Promise<void>((resolve) => (go = resolve))
  engine.prepare = async () => {
    begun++
    await read
    return { tokens: [1], droppedMessages: 0 }
  }
  const first = chat(server.url, large)
  await until(() => begun === 1)
  expect((await chat(server.url, large)).status).toBe(503)
  go()
  expect((await first).status).toBe(200)
  expect((await chat(server.url, large)).status).toBe(200)
})

test('bodies that fill the room for all are a 503, and leave it again', async () => {
  await start({ maxBodiesBytes: 100_000 })
  const half = await open()
  half.write(`POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n${'x'.repeat(90_000)}`)
  const large = { messages: [{ role: 'user', content: 'x'.repeat(50_000) }] }
  await until(async () => (await chat(server.url, large)).status === 503)
  half.destroy()
  await until(async () => (await chat(server.url, large)).status === 200)
})
