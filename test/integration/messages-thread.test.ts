import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { listThread, THREAD_PAGE } from '@/lib/messages/list-thread'
import { newId } from '@/lib/uuid'
import type { MessageDirection } from '@/prisma/generated/enums'
import { makeTicket } from '@/test/support/tickets'

const MINUTE_MS = 60_000
const START = Date.UTC(2026, 0, 1)

/** A ticket with `count` more messages, one a minute, and an event half a minute after every tenth. */
async function longTicket(count: number, directionOf: (index: number) => MessageDirection) {
  const { id } = await makeTicket()
  await db().message.updateMany({ where: { ticketId: id }, data: { createdAt: new Date(START - MINUTE_MS) } })
  const at = (index: number, seconds = 0) => new Date(START + index * MINUTE_MS + seconds * 1_000)
  await db().message.createMany({
    data: Array.from({ length: count }, (_, index) => ({
      ticketId: id,
      direction: directionOf(index),
      text: `m${index}`,
      createdAt: at(index),
    })),
  })
  await db().ticketEvent.createMany({
    data: Array.from({ length: count / 10 }, (_, index) => ({
      ticketId: id,
      kind: 'priority' as const,
      details: { from: 'low', to: 'high' },
      createdAt: at(index * 10, 30),
    })),
  })
  return id
}

async function readAll(ticketId: string) {
  const first = await listThread(ticketId)
  const pages = [first]
  for (let cursor = first.earlierCursor; cursor; cursor = pages.at(-1)?.earlierCursor ?? null)
    pages.push(await listThread(ticketId, cursor))
  return pages.reverse()
}

test('a thread of a thousand messages is read backwards page by page, each message and event once, in order', async () => {
  const id = await longTicket(1_000, (index) => (index % 2 ? 'outgoing' : 'incoming'))
  const pages = await readAll(id)
  expect(pages.length).toBeGreaterThan(10)
  expect(pages.at(-1)?.messages).toHaveLength(THREAD_PAGE)
  const messages = pages.flatMap((page) => page.messages.map(({ text }) => text))
  expect(messages.slice(1)).toEqual(Array.from({ length: 1_000 }, (_, index) => `m${index}`))
  const events = pages.flatMap((page) => page.events.map(({ id: eventId }) => eventId))
  expect(new Set(events).size).toBe(100)
  expect(events).toHaveLength(100)
  for (const { messages: page, events: between } of pages.slice(1)) {
    expect(between.every(({ createdAt }) => createdAt >= (page[0]?.createdAt ?? 0))).toBe(true)
  }
})

test('messages of one moment are neither lost nor doubled at the edge of a page', async () => {
  const { id } = await makeTicket()
  const createdAt = new Date(START)
  await db().message.createMany({
    data: Array.from({ length: 3 * THREAD_PAGE }, () => ({
      id: newId(),
      ticketId: id,
      direction: 'incoming' as const,
      text: 'x',
      createdAt,
    })),
  })
  const ids = (await readAll(id)).flatMap((page) => page.messages.map((message) => message.id))
  expect(ids).toHaveLength(3 * THREAD_PAGE + 1)
  expect(new Set(ids).size).toBe(ids.length)
})

test('the first page reaches back to the customer’s last message, over however many notes', async () => {
  const id = await longTicket(200, (index) => (index === 50 ? 'incoming' : 'note'))
  const { messages } = await listThread(id)
  expect(messages.some(({ text }) => text === 'm50')).toBe(true)
  expect(messages.length).toBeLessThan(200)
})

test('a cursor of somebody’s own making is refused', async () => {
  const { id } = await makeTicket()
  await expect(listThread(id, 'nonsense')).rejects.toMatchObject({ code: 'bad_request' })
})
