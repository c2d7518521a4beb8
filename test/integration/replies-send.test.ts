import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { Agent } from '@/lib/auth/schema'
import { createChannel } from '@/lib/channels/create-channel'
import { db } from '@/lib/db'
import { addNote } from '@/lib/messages/add-note'
import { type ReplyToSend, sendReply } from '@/lib/messages/send-reply'
import { addCustomerMessage } from '@/lib/tickets/add-customer-message'
import { getTicket, type TicketDetail } from '@/lib/tickets/get-ticket'
import { finishDraft, makeAgent, makeTicket } from '@/test/support/tickets'

const DRAFT = '我们会在 24 小时内发货[1]，请放心[2]。如有其他问题欢迎继续咨询。'
const SENT = '我们会在 24 小时内发货，请放心。如有其他问题欢迎继续咨询。'

let agent: Agent
beforeAll(async () => {
  agent = await makeAgent()
})

function send(ticket: TicketDetail, reply: Partial<ReplyToSend> & { text: string }) {
  return sendReply({ agent, ticketId: ticket.id, clientKey: randomUUID(), ...reply })
}

async function fateOf(id: string) {
  return db().suggestion.findUniqueOrThrow({ where: { id }, select: { status: true, isCurrent: true, outcome: true } })
}

test('a draft sent as it is leaves without its marks, and counts as sent as is', async () => {
  const ticket = await makeTicket()
  const suggestionId = await finishDraft(ticket, DRAFT)
  const { messageId } = await send(ticket, { text: DRAFT, suggestionId })
  const after = await getTicket(ticket.id)
  expect(after).toMatchObject({ status: 'waiting', suggestion: { status: 'sent_as_is' } })
  expect(after.messages.at(-1)).toMatchObject({ id: messageId, direction: 'outgoing', text: SENT, author: { id: agent.id }, suggestionId })
  expect(await fateOf(suggestionId)).toMatchObject({
    status: 'sent_as_is',
    isCurrent: null,
    outcome: { agentId: agent.id, sentText: SENT, editDistance: 0 },
  })
  const row = await db().ticket.findUniqueOrThrow({ where: { id: ticket.id } })
  expect(row).toMatchObject({ waitingSince: null, lastWords: SENT, firstRepliedAt: expect.any(Date), resolvedAt: null })
})

test('a draft whose marks the agent took out by hand is still sent as is', async () => {
  const ticket = await makeTicket()
  const suggestionId = await finishDraft(ticket, DRAFT)
  await send(ticket, { text: `  ${SENT}\n`, suggestionId })
  expect((await fateOf(suggestionId)).status).toBe('sent_as_is')
})

test('an edited draft keeps what was sent and how far it is from the draft', async () => {
  const ticket = await makeTicket()
  const suggestionId = await finishDraft(ticket, DRAFT)
  await send(ticket, { text: DRAFT.replace('24', '48'), suggestionId, andThen: 'resolved' })
  expect(await fateOf(suggestionId)).toMatchObject({
    status: 'edited',
    isCurrent: null,
    outcome: { sentText: SENT.replace('24', '48'), editDistance: 2 },
  })
  expect(await getTicket(ticket.id)).toMatchObject({ status: 'resolved' })
})

test('brackets that came from no draft stay in the reply', async () => {
  const ticket = await makeTicket()
  const suggestionId = await finishDraft(ticket, 'See our offer [1].')
  await send(ticket, { text: 'See our offer [1], and appendix [2].', suggestionId })
  const without = await makeTicket()
  await send(without, { text: 'Your list says [1].' })
  expect((await getTicket(ticket.id)).messages.at(-1)?.text).toBe('See our offer, and appendix [2].')
  expect((await getTicket(without.id)).messages.at(-1)?.text).toBe('Your list says [1].')
})

test('a reply written without the draft dismisses it, also while it is being made', async () => {
  const ready = await makeTicket()
  const readyId = await finishDraft(ready, DRAFT)
  const pending = await makeTicket()
  await send(ready, { text: '自己写的' })
  await send(pending, { text: '自己写的', suggestionId: pending.suggestion?.id })
  const dismissed = { status: 'dismissed', isCurrent: null, outcome: { agentId: agent.id, sentText: null, editDistance: null } }
  expect(await fateOf(readyId)).toMatchObject(dismissed)
  expect(await fateOf(pending.suggestion?.id ?? '')).toMatchObject(dismissed)
  expect((await getTicket(pending.id)).messages.at(-1)).toMatchObject({ suggestionId: null })
})

test('a reply begun in a draft that is still being made, or was given up, leaves without its marks', async () => {
  const running = await makeTicket()
  const givenUp = await makeTicket()
  await db().suggestion.update({ where: { id: running.suggestion?.id }, data: { status: 'running', startedAt: new Date() } })
  await db().suggestion.update({ where: { id: givenUp.suggestion?.id }, data: { status: 'superseded', isCurrent: null } })
  for (const ticket of [running, givenUp]) {
    await send(ticket, { text: '我们会在 24 小时内发货[1]，请放', suggestionId: ticket.suggestion?.id })
    expect((await getTicket(ticket.id)).messages.at(-1)).toMatchObject({ text: '我们会在 24 小时内发货，请放', suggestionId: null })
  }
  expect((await fateOf(running.suggestion?.id ?? '')).status).toBe('dismissed')
  expect((await fateOf(givenUp.suggestion?.id ?? '')).status).toBe('superseded')
})

test('twenty clicks at once send one reply', async () => {
  const channel = await createChannel({ name: 'out', outgoingUrl: 'https://shop.example/hook' })
  const ticket = await makeTicket({}, channel.id)
  const suggestionId = await finishDraft(ticket, DRAFT)
  const click = { text: DRAFT, suggestionId, clientKey: 'click' }
  const sent = await Promise.all(Array.from({ length: 20 }, () => send(ticket, click)))
  expect(new Set(sent.map(({ messageId }) => messageId)).size).toBe(1)
  expect(sent.filter(({ isRepeat }) => !isRepeat)).toHaveLength(1)
  expect((await getTicket(ticket.id)).messages).toHaveLength(2)
  const messageId = sent[0]?.messageId
  expect(await db().delivery.count({ where: { messageId } })).toBe(1)
  expect(await db().$queryRaw`select key from graphile_worker.jobs where key = ${`deliver:${messageId}`}`).toHaveLength(1)
})

test('a key that was spent on another reply is a conflict', async () => {
  const ticket = await makeTicket()
  await send(ticket, { text: 'first', clientKey: 'spent' })
  await expect(send(ticket, { text: 'second', clientKey: 'spent' })).rejects.toMatchObject({
    code: 'conflict',
    details: { reason: 'key_spent' },
  })
})

test('a reply to a page that has not seen the last message is a conflict, until it has', async () => {
  const ticket = await makeTicket()
  const lastSeenMessageId = ticket.messages.at(-1)?.id
  const { messageId } = await addCustomerMessage({ ticketId: ticket.id, text: '等等，我改主意了' })
  const late = send(ticket, { text: 'x', lastSeenMessageId })
  await expect(late).rejects.toMatchObject({ code: 'conflict', details: { reason: 'customer_wrote', newMessageIds: [messageId] } })
  expect(await getTicket(ticket.id)).toMatchObject({ status: 'open', suggestion: { status: 'pending' } })
  await send(ticket, { text: 'x', lastSeenMessageId: messageId })
  expect((await getTicket(ticket.id)).status).toBe('waiting')
})

test('a reply beside a colleague’s is held back until that one has been seen; a program is asked about the customer alone', async () => {
  const ticket = await makeTicket()
  const lastSeenMessageId = ticket.messages.at(-1)?.id
  const { messageId } = await send(ticket, { agent: await makeAgent('小李'), text: '已处理' })
  const late = send(ticket, { text: 'x', lastSeenMessageId })
  await expect(late).rejects.toMatchObject({ code: 'conflict', details: { reason: 'replied', newMessageIds: [messageId] } })
  await send(ticket, { text: 'x', lastSeenMessageId: messageId })
  await send(ticket, { agent: null, text: 'y', lastSeenMessageId })
  expect((await getTicket(ticket.id)).messages).toHaveLength(4)
})

test('a ticket that is owed more than this reply stays open, and nobody waits in it', async () => {
  const ticket = await makeTicket()
  await send(ticket, { text: '我去问一下仓库', andThen: 'open' })
  const row = await db().ticket.findUniqueOrThrow({ where: { id: ticket.id } })
  expect(row).toMatchObject({ status: 'open', waitingSince: null, firstRepliedAt: expect.any(Date), resolvedAt: null })
})

test('a draft of another ticket, and a reply of nothing but marks, are refused', async () => {
  const [ticket, other] = [await makeTicket(), await makeTicket()]
  const otherId = await finishDraft(other, DRAFT)
  const ownId = await finishDraft(ticket, '[1]')
  await expect(send(ticket, { text: DRAFT, suggestionId: otherId })).rejects.toMatchObject({ code: 'unprocessable' })
  await expect(send(ticket, { text: '[1]', suggestionId: ownId })).rejects.toMatchObject({ code: 'unprocessable' })
  await expect(send(ticket, { text: ' \u0000 ' })).rejects.toThrow()
  expect((await getTicket(ticket.id)).messages).toHaveLength(1)
  expect((await fateOf(otherId)).status).toBe('ready')
})

test('replies stay on the desk where the channel has no way out', async () => {
  const ticket = await makeTicket()
  await send(ticket, { text: 'x' })
  expect((await getTicket(ticket.id)).messages.at(-1)?.delivery).toBeUndefined()
})

test('a note is for colleagues: no draft, no new place in the queue, once per key', async () => {
  const ticket = await makeTicket()
  const note = { agent, ticketId: ticket.id, text: '已联系仓库', clientKey: 'note' }
  expect(await addNote(note)).toEqual(await addNote(note))
  const after = await getTicket(ticket.id)
  expect(after).toMatchObject({ status: 'open', activeAt: ticket.activeAt, suggestion: { id: ticket.suggestion?.id } })
  expect(after.messages.map(({ direction }) => direction)).toEqual(['incoming', 'note'])
})
