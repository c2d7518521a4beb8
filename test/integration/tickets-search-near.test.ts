import { beforeAll, expect, test, vi } from 'vitest'
import { readQueueQuery } from '@/app/(desk)/tickets/_queue/queue-query'
import { readQueue } from '@/app/(desk)/tickets/_queue/read-queue'
import type { Agent } from '@/lib/auth/schema'
import { findNearQuery, knownWords } from '@/lib/tickets/near-words'
import { nextTicket } from '@/lib/tickets/next-ticket'
import { makeAgent, makeTicket } from '@/test/support/tickets'

let agent: Agent
let refunds: string[]
beforeAll(async () => {
  agent = await makeAgent()
  refunds = []
  for (const text of ['Where is my refund?', 'The refund has not come', '退款 refund 还没到'])
    refunds.unshift((await makeTicket({ message: { text } })).id)
  await makeTicket({ message: { text: 'A lonely parcle' } })
  await vi.waitUntil(() => knownWords() !== null, { timeout: 60_000 })
})

const search = (q: string, more: Parameters<typeof readQueue>[2] = {}) =>
  readQueue(agent, readQueueQuery(new URLSearchParams({ q, view: 'all' })), more)

test('a slip in the words of a message finds what was meant, and says so; its pages go on with that', async () => {
  const first = await search('refnud', { limit: 2 })
  expect(first).toMatchObject({ near: 'refund', isTolerant: false })
  expect(first.items.map(({ id }) => id)).toEqual(refunds.slice(0, 2))
  const rest = await search('refnud', { near: first.near ?? undefined, cursor: first.nextCursor ?? undefined, again: refunds.slice(0, 1) })
  expect(rest).toMatchObject({ near: 'refund', nextCursor: null })
  expect(rest.items.map(({ id }) => id)).toEqual(refunds.slice(2))
  expect(rest.again.map(({ id }) => id)).toEqual(refunds.slice(0, 1))
  expect((await search('退款 refudn')).items.map(({ id }) => id)).toEqual(refunds.slice(0, 1))
})

test('who answers the tickets of such a search is led from one to the next of them', async () => {
  const next = (id: string, q: string) => nextTicket(agent, id, { view: 'all', q })
  expect(await next(refunds[0] ?? '', 'refnud')).toEqual({ id: refunds[1] })
  const [one, other] = [await makeTicket({ contact: { name: 'Johnson' } }), await makeTicket({ contact: { name: 'Johnson' } })]
  expect(await next(other.id, 'jonhson')).toEqual({ id: one.id })
  // What was typed is all that is left of it.
  expect(await next(one.id, `#${one.number}`)).toBeNull()
})

test('what is there is not searched for otherwise, and where nothing is near nothing is shown', async () => {
  expect(await search('refund')).toMatchObject({ near: null })
  expect(await search('parcle')).toMatchObject({ near: null, items: [{}] })
  expect(await search('umbrella')).toMatchObject({ near: null, items: [] })
  // A slip that one ticket alone has is no word to lead anybody to.
  expect(findNearQuery('parcl3 parcla')).toBeNull()
  expect(await search('refnud umbrella')).toMatchObject({ near: null, items: [] })
})
