import { randomUUID } from 'node:crypto'
import { afterEach, beforeAll, expect, test } from 'vitest'
import type { Agent } from '@/lib/auth/schema'
import { createChannel } from '@/lib/channels/create-channel'
import { db } from '@/lib/db'
import { deliverMessage } from '@/lib/delivery/deliver-message'
import { listHeldReplies } from '@/lib/messages/list-held-replies'
import { type ReplyToSend, sendReply } from '@/lib/messages/send-reply'
import { undoReply } from '@/lib/messages/undo-reply'
import { addCustomerMessage } from '@/lib/tickets/add-customer-message'
import { getTicket, type TicketDetail } from '@/lib/tickets/get-ticket'
import { setPriority } from '@/lib/tickets/set-priority'
import { Receiver } from '@/test/support/receiver'
import { finishDraft, makeAgent, makeTicket } from '@/test/support/tickets'

const DRAFT = '我们会在 24 小时内发货[1]。如有其他问题欢迎继续咨询。'

let agent: Agent
beforeAll(async () => {
  agent = await makeAgent()
})

const receivers: Receiver[] = []
afterEach(async () => {
  await Promise.all(receivers.splice(0).map((receiver) => receiver.stop()))
})

/** A ticket whose replies go to a receiver, with a draft that is ready. */
async function ticketWithWayOut() {
  const receiver = await new Receiver().start()
  receivers.push(receiver)
  const channel = await createChannel({ name: 'out', outgoingUrl: receiver.url, allowsPrivateUrl: true })
  const ticket = await makeTicket({ externalId: randomUUID() }, channel.id)
  return { receiver, ticket, suggestionId: await finishDraft(ticket, DRAFT) }
}

function send(ticket: TicketDetail, reply: Partial<ReplyToSend> = {}) {
  return sendReply({ agent, ticketId: ticket.id, clientKey: randomUUID(), text: DRAFT, delaySeconds: 5, ...reply })
}

function rowOf(ticketId: string) {
  return db().ticket.findUniqueOrThrow({ where: { id: ticketId }, omit: { updatedAt: true } })
}

function draftsOf(ticketId: string) {
  return db().suggestion.findMany({ where: { ticketId }, orderBy: { id: 'asc' }, include: { outcome: true } })
}

function jobsOf(messageId: string, suggestionId: string) {
  const keys = [`deliver:${messageId}`, `learn:${suggestionId}`]
  return db().$queryRaw<{ key: string; run_at: Date }[]>`
    select key, run_at from graphile_worker.jobs where key = any(${keys}) order by key`
}

/** The seconds are over, and the delivery's job has its turn. */
async function endWait(messageId: string): Promise<void> {
  await db().delivery.updateMany({ where: { messageId }, data: { nextAttemptAt: new Date() } })
}

test('a reply taken back leaves everything as it was before, and its text in the box', async () => {
  const { receiver, ticket, suggestionId } = await ticketWithWayOut()
  const before = { row: await rowOf(ticket.id), drafts: await draftsOf(ticket.id) }
  const { messageId } = await send(ticket, { suggestionId, andThen: 'resolved' })
  expect((await getTicket(ticket.id)).status).toBe('resolved')
  expect(await db().ticketEvent.count({ where: { ticketId: ticket.id, kind: 'status' } })).toBe(1)
  expect(await jobsOf(messageId, suggestionId)).toHaveLength(2)
  expect(await listHeldReplies(agent)).toMatchObject([{ messageId, ticketId: ticket.id, number: ticket.number }])

  expect(await undoReply(agent, messageId)).toEqual({ ticketId: ticket.id })
  expect(await rowOf(ticket.id)).toEqual(before.row)
  expect(await draftsOf(ticket.id)).toEqual(before.drafts)
  expect((await getTicket(ticket.id)).messages).toHaveLength(1)
  expect(await db().ticketEvent.count({ where: { ticketId: ticket.id, kind: 'status' } })).toBe(0)
  expect(await jobsOf(messageId, suggestionId)).toEqual([])
  expect(await listHeldReplies(agent)).toEqual([])
  const where = { agentId_ticketId: { agentId: agent.id, ticketId: ticket.id } }
  expect(await db().replyDraft.findUnique({ where })).toMatchObject({ text: DRAFT, suggestionId })
  await deliverMessage(messageId)
  expect(receiver.received).toEqual([])
})

test('the delivery waits for its seconds, and then it is too late', async () => {
  const { receiver, ticket } = await ticketWithWayOut()
  const earliest = Date.now() + 5_000
  const { messageId } = await send(ticket)
  const [job] = await jobsOf(messageId, '')
  expect(job?.run_at.getTime()).toBeGreaterThanOrEqual(earliest)
  await deliverMessage(messageId)
  expect(receiver.received).toEqual([])
  await endWait(messageId)
  await deliverMessage(messageId)
  expect(receiver.accepted).toHaveLength(1)
  expect(await listHeldReplies(agent)).not.toContainEqual(expect.objectContaining({ messageId }))
  await expect(undoReply(agent, messageId)).rejects.toMatchObject({ code: 'conflict', details: { reason: 'too_late' } })
  expect((await getTicket(ticket.id)).messages.at(-1)).toMatchObject({ id: messageId, delivery: { status: 'sent' } })
})

test('of an undo and a delivery at the same moment one wins, never both', async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 24 }, async (_, round) => {
      const { receiver, ticket } = await ticketWithWayOut()
      const { messageId } = await send(ticket)
      await endWait(messageId)
      const undo = () =>
        undoReply(agent, messageId).then(
          () => true,
          () => false,
        )
      const [first, second] = round % 2 ? [() => deliverMessage(messageId), undo] : [undo, () => deliverMessage(messageId)]
      const [one, two] = await Promise.all([first(), second()])
      const isUndone = one === true || two === true
      const isThere = (await db().message.count({ where: { id: messageId } })) === 1
      return { isUndone, isDelivered: receiver.received.length === 1, isThere }
    }),
  )
  for (const { isUndone, isDelivered, isThere } of outcomes) {
    expect({ isDelivered, isThere }).toEqual({ isDelivered: !isUndone, isThere: !isUndone })
  }
})

test('ten undos at once are one', async () => {
  const { ticket } = await ticketWithWayOut()
  const { messageId } = await send(ticket)
  const results = await Promise.allSettled(Array.from({ length: 10 }, () => undoReply(agent, messageId)))
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const where = { agentId_ticketId: { agentId: agent.id, ticketId: ticket.id } }
  expect(await db().replyDraft.findUnique({ where })).toMatchObject({ text: DRAFT })
})

test('what others have done meanwhile stays: the customer’s new question, its draft, a new priority', async () => {
  const { ticket, suggestionId } = await ticketWithWayOut()
  const { waitingSince } = await rowOf(ticket.id)
  const { messageId } = await send(ticket, { suggestionId })
  await addCustomerMessage({ ticketId: ticket.id, text: '还有一个问题' })
  await setPriority(ticket.id, 'urgent')
  await undoReply(agent, messageId)
  const after = await getTicket(ticket.id)
  expect(after).toMatchObject({ status: 'open', priority: 'urgent' })
  expect(after.messages.map(({ direction }) => direction)).toEqual(['incoming', 'incoming'])
  expect(await rowOf(ticket.id)).toMatchObject({ waitingSince, lastWords: '还有一个问题', firstRepliedAt: null })
  const drafts = await draftsOf(ticket.id)
  expect(drafts.map(({ status, isCurrent }) => ({ status, isCurrent }))).toEqual([
    { status: 'superseded', isCurrent: null },
    { status: 'pending', isCurrent: true },
  ])
})

test('a draft that was still being made is asked for again', async () => {
  const channel = await createChannel({ name: 'out', outgoingUrl: 'https://shop.example/hook' })
  const ticket = await makeTicket({}, channel.id)
  const { messageId } = await send(ticket, { text: '自己写的' })
  await undoReply(agent, messageId)
  const { suggestion } = await getTicket(ticket.id)
  expect(suggestion).toMatchObject({ status: 'pending' })
  expect(suggestion?.id).not.toBe(ticket.suggestion?.id)
})

test('a thumb given to the draft before it was sent is still there afterwards', async () => {
  const { ticket, suggestionId } = await ticketWithWayOut()
  await db().suggestionOutcome.create({ data: { suggestionId, rating: 1, reason: 'gut' } })
  const { messageId } = await send(ticket, { suggestionId })
  await undoReply(agent, messageId)
  const [draft] = await draftsOf(ticket.id)
  expect(draft?.outcome).toMatchObject({ rating: 1, reason: 'gut', sentText: null, editDistance: null })
})

test('a reply that stays on the desk can be taken back, too; one that was not held cannot', async () => {
  const ticket = await makeTicket()
  const held = await send(ticket)
  await undoReply(agent, held.messageId)
  const { messageId } = await send(ticket, { delaySeconds: 0 })
  await expect(undoReply(agent, messageId)).rejects.toMatchObject({ code: 'conflict', details: { reason: 'too_late' } })
})

test('nobody takes back what a colleague or a program has sent', async () => {
  const { ticket } = await ticketWithWayOut()
  const { messageId } = await send(ticket)
  await expect(undoReply(await makeAgent('小李'), messageId)).rejects.toMatchObject({ code: 'not_found' })
  const byApi = await send(ticket, { agent: null })
  await expect(undoReply(agent, byApi.messageId)).rejects.toMatchObject({ code: 'not_found' })
  expect((await getTicket(ticket.id)).messages).toHaveLength(3)
})

test('a delivery that was tried once cannot be taken back, also not after it was asked for again', async () => {
  const { ticket } = await ticketWithWayOut()
  const { messageId } = await send(ticket)
  await db().delivery.update({ where: { messageId }, data: { attempts: 1, errorCode: 'timeout' } })
  const { retryDelivery } = await import('@/lib/messages/retry-delivery')
  await retryDelivery(messageId)
  await expect(undoReply(agent, messageId)).rejects.toMatchObject({ code: 'conflict' })
})
