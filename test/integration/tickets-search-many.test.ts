import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { listTickets } from '@/lib/tickets/list-tickets'
import type { TicketQuery } from '@/lib/tickets/schema'
import { makeTicket } from '@/test/support/tickets'

/** Enough tickets that one look along the index does not see them all. */
const MANY = 40_000

beforeAll(async () => {
  const { channel, contact } = await makeTicket()
  // Every other one is common; one in 5,000 rare; the oldest alone has what nobody else has.
  await db().$executeRaw`
    with made as (
      insert into ticket (id, channel_id, contact_id, subject, language, status, tags, active_at, waiting_since, updated_at)
      select gen_random_uuid(), ${channel.id}::uuid, ${contact.id}::uuid, 'many ' || n, 'en', 'resolved',
        case when n % 4000 = 0 then array['seldom'] else array['often'] end, now() - make_interval(mins => n),
        case when n % 3 = 0 then now() - make_interval(mins => n) end, now()
      from generate_series(1, ${MANY}::int) as n
      returning id, subject
    ), numbered as (select id, split_part(subject, ' ', 2)::int as n from made)
    insert into ticket_search (ticket_id, terms)
    select id, array_to_tsvector(array['common', '~evening', '~evning', case when n % 2 = 0 then 'even' else 'odd' end,
      case when n % 5000 = 0 then 'rare' else 'plain' end, case when n = ${MANY} then 'oldest' else 'older' end])
    from numbered`
  await db().$executeRaw`analyze ticket, ticket_search`
})

/** All pages, and how many there were. */
async function readAll(query: TicketQuery) {
  const subjects: string[] = []
  let pages = 0
  for (let cursor: string | undefined; pages < 50; ) {
    const { items, nextCursor } = await listTickets(null, { ...query, cursor })
    subjects.push(...items.map(({ subject }) => subject))
    pages++
    if (!nextCursor) break
    cursor = nextCursor
  }
  return { numbers: subjects.map((subject) => Number(subject.split(' ')[1])), pages }
}

test('what is rare is found at once, however far back it stands, in the order of the list', async () => {
  const expected = Array.from({ length: MANY / 5000 }, (_, index) => (index + 1) * 5000)
  for (const sort of ['active', 'due'] as const) {
    expect(await readAll({ q: 'rare', view: 'resolved', sort })).toEqual({ numbers: expected, pages: 1 })
  }
  expect(await readAll({ q: 'oldest' })).toEqual({ numbers: [MANY], pages: 1 })
  const waiting = expected.filter((n) => n % 3 === 0).reverse()
  expect((await readAll({ q: 'rare', sort: 'waiting', limit: 3 })).numbers).toEqual([...waiting, ...expected.filter((n) => n % 3 !== 0)])
})

test('what is rare is found at once beside what everything has', async () => {
  const expected = Array.from({ length: MANY / 5000 }, (_, index) => (index + 1) * 5000)
  expect(await readAll({ q: 'rare common even' })).toEqual({ numbers: expected, pages: 1 })
  expect(await readAll({ q: 'oldest odd' })).toEqual({ numbers: [], pages: 1 })
})

test('a tag that hardly any ticket has is found at once, also below a common word', async () => {
  const expected = Array.from({ length: MANY / 4000 }, (_, index) => (index + 1) * 4000)
  expect(await readAll({ tag: 'seldom' })).toEqual({ numbers: expected, pages: 1 })
  expect(await readAll({ tag: 'seldom', q: 'even' })).toEqual({ numbers: expected, pages: 1 })
})

test('what is common comes page by page, nothing twice and nothing left out', async () => {
  const { items, nextCursor } = await listTickets(null, { q: 'even', view: 'resolved', limit: 100 })
  expect(items.map(({ subject }) => subject)).toEqual(Array.from({ length: 100 }, (_, index) => `many ${(index + 1) * 2}`))
  const second = await listTickets(null, { q: 'even', view: 'resolved', limit: 100, cursor: nextCursor ?? '' })
  expect(second.items[0]?.subject).toBe('many 202')
})

test('a slip in a word that everything has is found at once, page by page, and beside a rare word', async () => {
  const { items, isTolerant, nextCursor } = await listTickets(null, { q: 'evenning', view: 'resolved', limit: 100 })
  const second = await listTickets(null, { q: 'evenning', view: 'resolved', limit: 100, cursor: nextCursor ?? '' })
  expect(second).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ subject: 'many 101' })]), isTolerant: true })
  expect({ isTolerant, subjects: items.map(({ subject }) => subject) }).toEqual({
    isTolerant: true,
    subjects: Array.from({ length: 100 }, (_, index) => `many ${index + 1}`),
  })
  expect(await readAll({ q: 'evenning oldest' })).toEqual({ numbers: [MANY], pages: 1 })
})

test('a search for what hardly any of the view has halts before it has looked at all, and goes on to the end', async () => {
  // A filter without an index of its own, under a common word: nothing of it exists.
  const first = await listTickets(null, { q: 'common', priority: 'urgent' })
  expect(first).toMatchObject({ items: [], nextCursor: expect.any(String) })
  const { numbers, pages } = await readAll({ q: 'common', priority: 'urgent' })
  expect(numbers).toEqual([])
  expect(pages).toBeGreaterThan(1)
  expect(pages).toBeLessThan(10)
})
