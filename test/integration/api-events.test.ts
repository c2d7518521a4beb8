import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { GET } from '@/app/api/events/route'
import { createSession } from '@/lib/auth/create-session'
import { db } from '@/lib/db'
import { pruneEvents } from '@/lib/event-log'
import { closeEvents, type DeskEvent, publish, publishNow } from '@/lib/events'
import { setPriority } from '@/lib/tickets/set-priority'
import { makeAgent, makeTicket } from '@/test/support/tickets'

let cookie: string
beforeAll(async () => {
  const { token } = await createSession(db(), { userId: (await makeAgent()).id, userAgent: null })
  cookie = `deskhand_session=${token}`
})

type Heard = { id: string | null; event: DeskEvent | { kind: 'resync' } | { kind: 'resumed' } }

/** The events of a stream, as EventSource would give them. */
async function* read(response: Response): AsyncGenerator<Heard> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  let id: string | null = null
  for (;;) {
    const { value, done } = (await reader?.read()) ?? { done: true }
    if (done) return
    text += value
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) {
      const lines = block.split('\n')
      id = lines.find((line) => line.startsWith('id: '))?.slice(4) ?? id
      const data = lines.find((line) => line.startsWith('data: '))
      if (data) yield { id, event: JSON.parse(data.slice(6)) }
    }
  }
}

const leaving: AbortController[] = []
afterEach(() => {
  for (const leave of leaving.splice(0)) leave.abort()
})

async function open(after: string | null = null, how: 'header' | 'query' = 'header') {
  const leave = new AbortController()
  leaving.push(leave)
  const url = `http://desk.test/api/events${after && how === 'query' ? `?${new URLSearchParams({ after })}` : ''}`
  const headers = { cookie, ...(after && how === 'header' && { 'last-event-id': after }) }
  const response = await GET(new Request(url, { headers, signal: leave.signal }), undefined)
  const events = read(response)
  return { response, leave, next: async () => (await events.next()).value as Heard }
}

const settings = () => publishNow({ kind: 'settings' })
const importOf = (importId: string) => ({ kind: 'import' as const, importId })

/** What is heard up to the first event of this kind, that one included. */
async function until(stream: { next: () => Promise<Heard> }, kind: string): Promise<Heard[]> {
  const heard: Heard[] = []
  do heard.push(await stream.next())
  while (heard.at(-1)?.event.kind !== kind)
  return heard
}

test('a stranger hears nothing', async () => {
  expect((await GET(new Request('http://desk.test/api/events'), undefined)).status).toBe(401)
})

test('a page hears that it should read again, then what happens, until it leaves', async () => {
  const stream = await open()
  expect(stream.response.headers.get('content-type')).toContain('text/event-stream')
  expect(stream.response.headers.get('cache-control')).toContain('no-transform')
  expect((await stream.next()).event).toEqual({ kind: 'resync' })
  const ticket = await makeTicket()
  await setPriority(ticket.id, 'high')
  const heard = await until(stream, 'ticket')
  expect(heard.at(-1)?.event).toEqual({ kind: 'ticket', ticketId: ticket.id })
})

test('a page that is closed ends its stream without an error', async () => {
  const { response } = await open()
  await response.body?.cancel()
  const again = await open()
  const reader = again.response.body?.getReader()
  await reader?.read()
  await reader?.cancel()
})

describe('a page that was cut off', () => {
  test('hears all that it missed, once and in order, also from another process, and what happens then', async () => {
    const stream = await open()
    // From then on it hears everything.
    expect((await stream.next()).event).toEqual({ kind: 'resync' })
    await settings()
    const { id } = (await until(stream, 'settings')).at(-1) as Heard
    stream.leave.abort()
    for (const importId of ['a', 'b', 'c']) await publishNow(importOf(importId))
    await publishNow({ kind: 'draft', ticketId: 't', suggestionId: 's', text: 'a passing state' })
    const missed: Heard['event'][] = ['a', 'b', 'c'].map(importOf)
    for (const how of ['header', 'query'] as const) {
      // As if the process had been killed: the next one knows nothing of this page.
      await closeEvents()
      const again = await open(id, how)
      expect((await until(again, 'resumed')).map(({ event }) => event)).toEqual([...missed, { kind: 'resumed' }])
      await settings()
      missed.push({ kind: 'settings' })
      expect((await until(again, 'settings')).map(({ event }) => event)).toEqual([{ kind: 'settings' }])
      again.leave.abort()
    }
  })

  test('hears what was written before and committed after what it heard last', async () => {
    const stream = await open()
    expect((await stream.next()).event.kind).toBe('resync')
    let commit = () => {}
    const mayCommit = new Promise<void>((resolve) => {
      commit = resolve
    })
    let hasWritten = () => {}
    const written = new Promise<void>((resolve) => {
      hasWritten = resolve
    })
    const slow = db().$transaction(async (tx) => {
      await publish(tx, importOf('slow'))
      hasWritten()
      await mayCommit
    })
    await written
    await settings()
    const heard = (await until(stream, 'settings')).at(-1) as Heard
    expect(heard.id).toMatch(/^\d+-(?:\d+\.)*\d+$/)
    stream.leave.abort()
    commit()
    await slow
    const again = await open(heard.id)
    expect((await until(again, 'resumed')).map(({ event }) => event)).toEqual([importOf('slow'), { kind: 'resumed' }])
    const { id } = await (async () => {
      await settings()
      return (await until(again, 'settings')).at(-1) as Heard
    })()
    again.leave.abort()
    const third = await open(id)
    expect((await until(third, 'resumed')).map(({ event }) => event)).toEqual([{ kind: 'resumed' }])
  })

  test('for too long is told to read everything again, and one that heard the last of it is not', async () => {
    const stream = await open()
    const first = (await stream.next()).id
    await settings()
    const last = ((await until(stream, 'settings')).at(-1) as Heard).id
    stream.leave.abort()
    await db().$executeRaw`update desk_event set created_at = now() - interval '11 minutes'`
    await pruneEvents()
    expect(await db().deskEvent.count()).toBe(1)
    expect((await (await open(first)).next()).event).toEqual({ kind: 'resync' })
    expect((await (await open(last)).next()).event).toEqual({ kind: 'resumed' })
    expect((await (await open('999999999')).next()).event).toEqual({ kind: 'resync' })
    expect((await (await open('none of ours')).next()).event).toEqual({ kind: 'resync' })
  })
})

test('a process whose connection to the database was cut hears what happened meanwhile, and its pages with it', async () => {
  const stream = await open()
  expect((await stream.next()).event.kind).toBe('resync')
  const [{ count }] = (await db().$queryRaw`
    select count(pg_terminate_backend(pid))::int as count from pg_stat_activity
    where datname = current_database() and query ilike 'listen deskhand'`) as [{ count: number }]
  expect(count).toBeGreaterThan(0)
  await publishNow(importOf('meanwhile'))
  await settings()
  expect((await until(stream, 'settings')).map(({ event }) => event)).toEqual([importOf('meanwhile'), { kind: 'settings' }])
})
