import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Agent } from '@/lib/auth/schema'
import { db } from '@/lib/db'
import { addCustomerMessage } from '@/lib/tickets/add-customer-message'
import { assignTicket } from '@/lib/tickets/assign-ticket'
import { changeTickets, MAX_CHANGED_AT_ONCE, type TicketChange, takeBackChange } from '@/lib/tickets/change-tickets'
import { editTags } from '@/lib/tickets/edit-tags'
import type { TicketDetail } from '@/lib/tickets/get-ticket'
import { listTicketIds } from '@/lib/tickets/list-ticket-ids'
import { setStatus } from '@/lib/tickets/set-status'
import { newId } from '@/lib/uuid'
import { makeAgent, makeTicket } from '@/test/support/tickets'

let agent: Agent
let tickets: TicketDetail[]
let ids: string[]
beforeAll(async () => {
  agent = await makeAgent()
})
beforeEach(async () => {
  await db().ticket.deleteMany()
  tickets = [await makeTicket({ tags: ['a'] }), await makeTicket(), await makeTicket()]
  ids = tickets.map(({ id }) => id)
})

const stateOf = async (id: string | undefined) =>
  db().ticket.findUniqueOrThrow({
    where: { id },
    select: { status: true, priority: true, assigneeId: true, tags: true, waitingSince: true, resolvedAt: true },
  })

test.each<[string, TicketChange, object]>([
  ['resolved', { kind: 'status', status: 'resolved' }, { status: 'resolved', resolvedAt: expect.any(Date), waitingSince: null }],
  ['tagged', { kind: 'tag', tag: 'vip' }, { tags: expect.arrayContaining(['vip']) }],
  ['without a tag', { kind: 'untag', tag: 'a' }, { tags: [] }],
  ['urgent', { kind: 'priority', priority: 'urgent' }, { priority: 'urgent' }],
])('many are %s at once, nothing happens twice, and all of it is taken back', async (_, change, after) => {
  const before = await Promise.all(ids.map(stateOf))
  const first = await changeTickets(ids, change, agent)
  expect(first.changed.length + first.left).toBe(3)
  for (const { id } of first.changed) expect(await stateOf(id)).toMatchObject(after)
  expect(await changeTickets(ids, change, agent)).toEqual({ changed: [], left: 3 })
  expect(await takeBackChange(first.changed, change, agent)).toMatchObject({ left: 0 })
  expect(await Promise.all(ids.map(stateOf))).toEqual(before)
})

test('many are assigned, to a colleague who is there', async () => {
  expect(await changeTickets(ids, { kind: 'assign', assigneeId: agent.id }, agent)).toMatchObject({ left: 0 })
  expect((await stateOf(ids[0])).assigneeId).toBe(agent.id)
  await expect(changeTickets(ids, { kind: 'assign', assigneeId: newId() }, agent)).rejects.toMatchObject({ code: 'unprocessable' })
})

test('each change and the way back stand in the history of the ticket', async () => {
  const change: TicketChange = { kind: 'priority', priority: 'urgent' }
  const { changed } = await changeTickets(ids, change, agent)
  await takeBackChange(changed, change, agent)
  const events = await db().ticketEvent.findMany({
    where: { ticketId: ids[0], kind: 'priority' },
    select: { actorId: true, details: true },
    orderBy: { id: 'asc' },
  })
  expect(events).toEqual([
    { actorId: agent.id, details: { from: 'normal', to: 'urgent' } },
    { actorId: agent.id, details: { from: 'urgent', to: 'normal' } },
  ])
})

test('what somebody has changed since is not taken back', async () => {
  const change: TicketChange = { kind: 'status', status: 'resolved' }
  const { changed } = await changeTickets(ids, change, agent)
  await addCustomerMessage({ ticketId: ids[0] ?? '', text: 'not solved at all' })
  expect(await takeBackChange(changed, change, agent)).toMatchObject({ left: 1 })
  expect(await stateOf(ids[0])).toMatchObject({ status: 'open', waitingSince: expect.any(Date) })
})

test('taking back a tag leaves the tags that a colleague has added meanwhile', async () => {
  const change: TicketChange = { kind: 'tag', tag: 'vip' }
  const { changed } = await changeTickets(ids, change, agent)
  await editTags(ids[0] ?? '', { add: ['mine'] })
  await takeBackChange(changed, change, agent)
  expect((await stateOf(ids[0])).tags).toEqual(['a', 'mine'])
})

test('two agents at once change each ticket once', async () => {
  const results = await Promise.all([1, 2, 3].map(() => changeTickets(ids, { kind: 'tag', tag: 'both' }, agent)))
  expect(results.reduce((sum, { changed }) => sum + changed.length, 0)).toBe(3)
  expect((await stateOf(ids[1])).tags).toEqual(['both'])
})

test('what is gone or full of tags is left, and counted', async () => {
  await db().ticket.update({ where: { id: ids[0] }, data: { tags: Array.from({ length: 20 }, (_, n) => `t${n}`) } })
  expect(await changeTickets([...ids, newId()], { kind: 'tag', tag: 'one more' }, agent)).toMatchObject({ left: 2 })
})

test('more than goes at once, or nonsense, is refused', async () => {
  const many = Array.from({ length: MAX_CHANGED_AT_ONCE + 1 }, newId)
  await expect(changeTickets(many, { kind: 'tag', tag: 'x' }, agent)).rejects.toThrow()
  await expect(changeTickets([], { kind: 'tag', tag: 'x' }, agent)).rejects.toThrow()
  await expect(changeTickets(ids, { kind: 'tag', tag: ' ' }, agent)).rejects.toThrow()
})

test('the ids of a whole view are those of its list', async () => {
  await setStatus(ids[1] ?? '', 'waiting')
  await assignTicket(ids[2] ?? '', agent.id)
  expect(await listTicketIds(agent, { view: 'open', sort: 'active' })).toEqual({ ids: [ids[2], ids[0]], isCut: false })
  expect(await listTicketIds(agent, { view: 'mine', sort: 'due', q: 'nowhere' })).toEqual({ ids: [], isCut: false })
})
