import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { startJobs, stopJobs } from '@/lib/jobs'
import { jobsTable } from '@/lib/jobs-table'
import { sendReply } from '@/lib/messages/send-reply'
import { addCustomerMessage } from '@/lib/tickets/add-customer-message'
import { assignTicket } from '@/lib/tickets/assign-ticket'
import { countTickets } from '@/lib/tickets/count-tickets'
import { draftAgain } from '@/lib/tickets/draft-again'
import { editTags } from '@/lib/tickets/edit-tags'
import { listTags } from '@/lib/tickets/list-tags'
import { listTickets } from '@/lib/tickets/list-tickets'
import { resumeSnoozes } from '@/lib/tickets/resume-snoozes'
import { setPriority } from '@/lib/tickets/set-priority'
import { setStatus } from '@/lib/tickets/set-status'
import { snoozeTicket } from '@/lib/tickets/snooze-ticket'
import { ticketEventSchema } from '@/lib/tickets/ticket-event'
import { wakeTicket } from '@/lib/tickets/wake-ticket'
import { makeAgent, makeTicket } from '@/test/support/tickets'

let first: { id: string; name: string }
let second: { id: string; name: string }
beforeAll(async () => {
  first = await makeAgent('小张')
  second = await makeAgent('小李')
})

const HOUR_MS = 3_600_000
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS)

async function eventsOf(ticketId: string) {
  const rows = await db().ticketEvent.findMany({ where: { ticketId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
  return rows.map(({ kind, details, actorId }) => ({ ...ticketEventSchema.parse({ kind, ...(details as object) }), by: actorId }))
}

const stateOf = (id: string) =>
  db().ticket.findUniqueOrThrow({
    where: { id },
    select: { status: true, snoozedUntil: true, assigneeId: true, tags: true, priority: true, seenAt: true },
  })

test('what is changed by hand leaves a line with who did it, and what changes nothing leaves none', async () => {
  const { id } = await makeTicket({ tags: ['退款'] })
  await setPriority(id, 'high', first)
  await setPriority(id, 'high', second)
  await assignTicket(id, first.id, { by: second })
  await editTags(id, { add: ['换货', '退款'], remove: ['没有的'] }, first)
  await setStatus(id, 'resolved', first)
  expect(await eventsOf(id)).toEqual([
    { kind: 'priority', from: 'normal', to: 'high', by: first.id },
    { kind: 'assigned', from: null, to: { id: first.id, name: '小张' }, by: second.id },
    { kind: 'tags', added: ['换货'], removed: [], by: first.id },
    { kind: 'status', from: 'open', to: 'resolved', by: first.id },
  ])
})

test('of two agents who take a ticket at once, one has it and the other is told', async () => {
  const { id } = await makeTicket()
  const takes = await Promise.allSettled([first, second].map((agent) => assignTicket(id, agent.id, { by: agent, insteadOf: null })))
  const lost = takes.filter((take) => take.status === 'rejected')
  expect(lost).toHaveLength(1)
  expect(lost[0]?.reason).toMatchObject({ code: 'conflict', details: { reason: 'assigned_meanwhile' } })
  const winner = takes[0]?.status === 'fulfilled' ? first : second
  expect((await stateOf(id)).assigneeId).toBe(winner.id)
  expect((await eventsOf(id)).map(({ kind }) => kind)).toEqual(['assigned'])
  // Once it has been seen whose it is, it can be taken over.
  await assignTicket(id, second.id, { by: second, insteadOf: winner.id })
})

test('two agents who tag a ticket at once both have their tag', async () => {
  const { id } = await makeTicket({ tags: ['旧'] })
  await Promise.all([editTags(id, { add: ['甲'] }, first), editTags(id, { add: ['乙'], remove: ['旧'] }, second)])
  expect((await stateOf(id)).tags.sort()).toEqual(['乙', '甲'])
  await expect(editTags(id, { add: Array.from({ length: 20 }, (_, index) => `${index}`) })).rejects.toThrow()
  expect((await stateOf(id)).tags).toHaveLength(2)
  expect(await listTags()).toEqual(expect.arrayContaining(['甲', '乙']))
})

test('a snoozed ticket is in one view alone until its time, then on top and unread', async () => {
  const { id } = await makeTicket({ tags: ['sleepy'] })
  const before = await countTickets(first)
  await snoozeTicket(id, inHours(2), first)
  const viewsWith = async () => {
    const views = ['open', 'unassigned', 'snoozed', 'all'] as const
    const pages = await Promise.all(views.map((view) => listTickets(first, { view, tag: 'sleepy' })))
    return views.filter((_, index) => pages[index]?.items.length)
  }
  expect(await viewsWith()).toEqual(['snoozed', 'all'])
  expect(await countTickets(first)).toMatchObject({ open: before.open - 1, snoozed: before.snoozed + 1 })

  await wakeTicket(id) // before its time: nothing
  expect(await viewsWith()).toEqual(['snoozed', 'all'])
  await db().ticket.update({ where: { id }, data: { snoozedUntil: inHours(-1) } })
  await Promise.all([wakeTicket(id), wakeTicket(id)])
  expect(await viewsWith()).toEqual(['open', 'unassigned', 'all'])
  expect((await listTickets(first, { view: 'open', limit: 1 })).items[0]).toMatchObject({ id, isUnread: true })
  expect((await eventsOf(id)).map(({ kind }) => kind)).toEqual(['snoozed', 'woken'])
})

test('the job that commits with the snooze wakes it', async () => {
  const { id } = await makeTicket()
  await setStatus(id, 'waiting')
  await snoozeTicket(id, new Date(Date.now() + 300), first)
  await startJobs(jobsTable)
  await expect.poll(() => stateOf(id)).toMatchObject({ snoozedUntil: null, status: 'open' })
  await stopJobs()
})

test('a ticket whose job was lost with its process is woken by looking', async () => {
  const { id } = await makeTicket()
  await snoozeTicket(id, inHours(2), first)
  expect(await resumeSnoozes()).toBe(0)
  await db().ticket.update({ where: { id }, data: { snoozedUntil: inHours(-1) } })
  expect(await resumeSnoozes()).toBe(1)
  expect((await stateOf(id)).snoozedUntil).toBeNull()
  expect(await resumeSnoozes()).toBe(0)
})

test('what the customer writes wakes it at once, by either door', async () => {
  const { id } = await makeTicket({ externalId: 'sleeper' })
  await snoozeTicket(id, inHours(5), first)
  await addCustomerMessage({ ticketId: id, text: '在吗？' })
  expect((await stateOf(id)).snoozedUntil).toBeNull()
  await snoozeTicket(id, inHours(5), first)
  await makeTicket({ externalId: 'sleeper' })
  expect((await stateOf(id)).snoozedUntil).toBeNull()
})

test('a snooze into the past or beyond a year is refused, and what is resolved sleeps no longer', async () => {
  const { id } = await makeTicket()
  for (const until of [inHours(-1), inHours(24 * 400), new Date(Number.NaN)]) {
    await expect(snoozeTicket(id, until, first)).rejects.toMatchObject({ code: 'unprocessable' })
  }
  await snoozeTicket(id, inHours(1), first)
  await setStatus(id, 'resolved', first)
  expect((await stateOf(id)).snoozedUntil).toBeNull()
  await expect(snoozeTicket(id, inHours(1), first)).rejects.toMatchObject({ code: 'conflict' })
})

test('a draft that has been seen and is replaced leaves a line, one still in the making does not', async () => {
  const { id, suggestion } = await makeTicket()
  await draftAgain(id)
  expect(await eventsOf(id)).toEqual([])
  await db().suggestion.updateMany({ where: { ticketId: id, isCurrent: true }, data: { status: 'ready', finishedAt: new Date() } })
  await addCustomerMessage({ ticketId: id, text: '还有一件事' })
  expect(await eventsOf(id)).toEqual([{ kind: 'draft_superseded', by: null }])
  expect(suggestion?.status).toBe('pending')
})

test('sending and resolving says who resolved it', async () => {
  const { id } = await makeTicket()
  await sendReply({ agent: first, ticketId: id, text: '已处理。', clientKey: null, andThen: 'resolved' })
  expect(await eventsOf(id)).toEqual([{ kind: 'status', from: 'open', to: 'resolved', by: first.id }])
})
