import { beforeAll, expect, test } from 'vitest'
import { GET } from '@/app/api/events/route'
import { createSession } from '@/lib/auth/create-session'
import { db } from '@/lib/db'
import type { DeskEvent } from '@/lib/events'
import { setPriority } from '@/lib/tickets/set-priority'
import { makeAgent, makeTicket } from '@/test/support/tickets'

let cookie: string
beforeAll(async () => {
  const { token } = await createSession(db(), { userId: (await makeAgent()).id, userAgent: null })
  cookie = `deskhand_session=${token}`
})

/** The events of a stream, as EventSource would give them. */
async function* read(response: Response): AsyncGenerator<DeskEvent | { kind: 'resync' }> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  for (;;) {
    const { value, done } = (await reader?.read()) ?? { done: true }
    if (done) return
    text += value
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) {
      const data = block.split('\n').find((line) => line.startsWith('data: '))
      if (data) yield JSON.parse(data.slice(6))
    }
  }
}

function open(signal?: AbortSignal): Promise<Response> {
  return Promise.resolve(GET(new Request('http://desk.test/api/events', { headers: { cookie }, signal }), undefined))
}

test('a stranger hears nothing', async () => {
  expect((await GET(new Request('http://desk.test/api/events'), undefined)).status).toBe(401)
})

test('a page hears that it should read again, then what happens, until it leaves', async () => {
  const leave = new AbortController()
  const response = await open(leave.signal)
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  expect(response.headers.get('cache-control')).toContain('no-transform')
  const events = read(response)
  expect((await events.next()).value).toEqual({ kind: 'resync' })
  const ticket = await makeTicket()
  const heard: (DeskEvent | { kind: 'resync' })[] = []
  // The first stream of a process may have to wait for its connection: an event is sent until one is heard.
  const knocking = setInterval(() => void setPriority(ticket.id, 'high'), 100)
  for await (const event of events) {
    heard.push(event)
    if (event.kind === 'ticket') break
  }
  clearInterval(knocking)
  expect(heard.at(-1)).toEqual({ kind: 'ticket', ticketId: ticket.id })
  leave.abort()
})

test('a page that is closed ends its stream without an error', async () => {
  const response = await open()
  await response.body?.cancel()
  const again = await open()
  const reader = again.body?.getReader()
  await reader?.read()
  await reader?.cancel()
})
