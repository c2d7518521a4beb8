import { beforeAll, expect, test } from 'vitest'
import type { Agent } from '@/lib/auth/schema'
import { db } from '@/lib/db'
import { sendReply } from '@/lib/messages/send-reply'
import { addCustomerMessage } from '@/lib/tickets/add-customer-message'
import { assignTicket } from '@/lib/tickets/assign-ticket'
import { countTickets, MAX_COUNT } from '@/lib/tickets/count-tickets'
import { editTags } from '@/lib/tickets/edit-tags'
import { getTicket } from '@/lib/tickets/get-ticket'
import { listThese } from '@/lib/tickets/list-these'
import { listTickets } from '@/lib/tickets/list-tickets'
import { markSeen } from '@/lib/tickets/mark-seen'
import { nextTicket } from '@/lib/tickets/next-ticket'
import { type TicketFilters, type TicketQuery, ticketFiltersSchema } from '@/lib/tickets/schema'
import { setPriority } from '@/lib/tickets/set-priority'
import { setStatus } from '@/lib/tickets/set-status'
import { snoozeTicket } from '@/lib/tickets/snooze-ticket'
import { newId } from '@/lib/uuid'
import { finishDraft, makeAgent, makeTicket } from '@/test/support/tickets'

let agent: Agent
beforeAll(async () => {
  agent = await makeAgent()
})

async function ids(query: TicketQuery, who: { id: string } | null = agent): Promise<string[]> {
  return (await listTickets(who, query)).items.map(({ id }) => id)
}

test('each view holds what it says, and its count is the length of it', async () => {
  const [open, mine, waiting, resolved] = [await makeTicket(), await makeTicket(), await makeTicket(), await makeTicket()]
  await assignTicket(mine.id, agent.id)
  await setStatus(waiting.id, 'waiting')
  await setStatus(resolved.id, 'resolved')
  expect(await ids({ view: 'open' })).toEqual([mine.id, open.id])
  expect(await ids({ view: 'mine' })).toEqual([mine.id])
  expect(await ids({ view: 'mine' }, null)).toEqual([])
  expect(await ids({ view: 'unassigned' })).toEqual([open.id])
  expect(await ids({ view: 'waiting' })).toEqual([waiting.id])
  expect(await ids({ view: 'resolved' })).toEqual([resolved.id])
  expect(await ids({ view: 'all' })).toEqual([resolved.id, waiting.id, mine.id, open.id])
  expect(await countTickets(agent)).toEqual({ mine: 1, unassigned: 1, open: 2, waiting: 1, snoozed: 0, resolved: 1, all: 4 })
})

test('of single tickets those are read again that are in the list, by its view, its filters and its words', async () => {
  const [stays, leaves, other] = [
    await makeTicket({ tags: ['again'], message: { text: 'The gannet has a crack.' } }),
    await makeTicket({ tags: ['again'], message: { text: 'Another gannet, another crack.' } }),
    await makeTicket({ contact: { name: 'Johnson' }, message: { text: 'A third gannet.' } }),
  ]
  const all = [stays.id, leaves.id, other.id, newId()]
  const again = async (query: TicketQuery, isTolerant = false) =>
    (await listThese(agent, { ...ticketFiltersSchema.parse(query), isTolerant }, all)).map(({ id }) => id).sort()
  await setStatus(leaves.id, 'resolved')
  expect(await again({ view: 'open' })).toEqual([stays.id, other.id].sort())
  expect(await again({ view: 'open', tag: 'again' })).toEqual([stays.id])
  expect(await again({ view: 'all', q: 'crack' })).toEqual([stays.id, leaves.id].sort())
  expect(await again({ q: `#${other.number}` })).toEqual([other.id])
  expect(await again({ view: 'mine' })).toEqual([])
  // A name with a letter wrong is in the list only where the list is of such.
  expect(await again({ view: 'all', q: 'jonhson' }, true)).toEqual([other.id])
  expect(await again({ view: 'all', q: 'jonhson' })).toEqual([])
})

test('a ticket is unread until an agent opens it, and again when the customer writes', async () => {
  const ticket = await makeTicket({ tags: ['unread'] })
  const isUnread = async () => (await listTickets(agent, { tag: 'unread' })).items[0]?.isUnread
  expect(await isUnread()).toBe(true)
  await markSeen(ticket.id)
  expect(await isUnread()).toBe(false)
  await addCustomerMessage({ ticketId: ticket.id, text: 'again' })
  expect(await isUnread()).toBe(true)
  await sendReply({ agent, ticketId: ticket.id, text: 'answer', clientKey: null })
  expect(await isUnread()).toBe(false)
})

test('a line of the queue says how far the draft is', async () => {
  const ticket = await makeTicket({ tags: ['draft'] })
  const suggestion = async () => (await listTickets(agent, { tag: 'draft' })).items[0]?.suggestion
  expect(await suggestion()).toMatchObject({ status: 'pending', rung: null })
  const id = await finishDraft(ticket, 'x')
  expect(await suggestion()).toEqual({ id, status: 'ready', rung: 'model', isGrounded: null })
})

test('what an agent changes is changed, and refused where it makes no sense', async () => {
  const ticket = await makeTicket()
  await setPriority(ticket.id, 'urgent')
  await editTags(ticket.id, { add: ['a', ' a ', 'b'] })
  await assignTicket(ticket.id, agent.id)
  expect(await getTicket(ticket.id)).toMatchObject({ priority: 'urgent', tags: ['a', 'b'], assignee: { id: agent.id, name: agent.name } })
  await assignTicket(ticket.id, null)
  expect((await getTicket(ticket.id)).assignee).toBeNull()
  await expect(assignTicket(ticket.id, newId())).rejects.toMatchObject({ code: 'unprocessable' })
  await expect(setPriority(newId(), 'low')).rejects.toMatchObject({ code: 'not_found' })
  await expect(editTags(ticket.id, { add: [''] })).rejects.toThrow()
  await db().user.update({ where: { id: (await makeAgent('left')).id }, data: { disabledAt: new Date() } })
})

test('the next ticket is the next open one below, then the first one above, then none', async () => {
  await db().ticket.updateMany({ data: { status: 'resolved' } })
  const [low, middle, high] = [await makeTicket(), await makeTicket(), await makeTicket()]
  expect(await nextTicket(agent, high.id, { view: 'open' })).toEqual({ id: middle.id })
  await setStatus(middle.id, 'resolved')
  expect(await nextTicket(agent, high.id, { view: 'open' })).toEqual({ id: low.id })
  expect(await nextTicket(agent, low.id, { view: 'open' })).toEqual({ id: high.id })
  await setStatus(high.id, 'waiting')
  expect(await nextTicket(agent, low.id, { view: 'open' })).toBeNull()
})

test('the next ticket of a view of another state is of that state, and a snoozed one is next among the snoozed alone', async () => {
  const [below, here, asleep, last] = [await makeTicket(), await makeTicket(), await makeTicket(), await makeTicket()]
  const next = (query: TicketFilters) => nextTicket(agent, here.id, { tag: 'state', ...query })
  for (const { id } of [below, here, asleep, last]) await editTags(id, { add: ['state'] })
  await snoozeTicket(asleep.id, new Date(Date.now() + 3_600_000))
  expect(await next({ view: 'all' })).toEqual({ id: below.id })
  for (const state of ['waiting', 'resolved'] as const) {
    for (const { id } of [below, here]) await setStatus(id, state)
    expect(await next({ view: state })).toEqual({ id: below.id })
    expect(await next({ view: 'all', status: state })).toEqual({ id: below.id })
    expect(await next({ view: 'all' })).toEqual({ id: last.id })
  }
  expect(await next({ view: 'snoozed' })).toEqual({ id: asleep.id })
  await setStatus(last.id, 'resolved')
  expect(await next({ view: 'all' })).toBeNull()
})

test('counting stops at its limit', async () => {
  const { channel, contact } = await makeTicket()
  const row = { channelId: channel.id, contactId: contact.id, subject: 'many', language: 'en' as const, status: 'waiting' as const }
  await db().ticket.createMany({ data: Array.from({ length: MAX_COUNT + 50 }, () => row) })
  expect(await countTickets(agent)).toMatchObject({ waiting: MAX_COUNT, all: MAX_COUNT })
})
