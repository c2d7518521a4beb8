import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { POST as postMessage } from '@/app/api/v1/tickets/[id]/messages/route'
import { POST as postReply } from '@/app/api/v1/tickets/[id]/reply/route'
import { apiChannelId } from '@/lib/channels/api-channel'
import { createChannel } from '@/lib/channels/create-channel'
import { db } from '@/lib/db'
import { deliverMessage } from '@/lib/delivery/deliver-message'
import { addNote } from '@/lib/messages/add-note'
import { findReplyDraft } from '@/lib/messages/find-reply-draft'
import { listThread } from '@/lib/messages/list-thread'
import { saveReplyDraft } from '@/lib/messages/save-reply-draft'
import { sendReply } from '@/lib/messages/send-reply'
import { addCustomerMessage } from '@/lib/tickets/add-customer-message'
import { draftAgain } from '@/lib/tickets/draft-again'
import { getTicket } from '@/lib/tickets/get-ticket'
import { ingestMessage } from '@/lib/tickets/ingest-message'
import { listMergeTargets } from '@/lib/tickets/list-merge-targets'
import { mergeTicket } from '@/lib/tickets/merge-ticket'
import { newTicketSchema } from '@/lib/tickets/schema'
import { setStatus } from '@/lib/tickets/set-status'
import { unmergeTicket } from '@/lib/tickets/unmerge-ticket'
import { Receiver } from '@/test/support/receiver'
import { apiHeaders, apiRequest, ticketBody } from '@/test/support/senders'
import { finishDraft, makeAgent, makeTicket } from '@/test/support/tickets'

let by: { id: string; name: string }
beforeAll(async () => {
  by = await makeAgent()
})

const at = (id: string) => ({ params: Promise.resolve({ id }) })
const merge = (sourceId: string, targetId: string) => mergeTicket({ sourceId, targetId, by })
const textsOf = async (id: string) => (await getTicket(id)).messages.map(({ text }) => text)
const kindsOf = async (id: string) => (await listThread(id)).events.map(({ facts }) => facts.kind)

async function say(externalId: string, text: string): Promise<{ ticketId: string }> {
  const body = ticketBody({ externalId, message: { text } })
  const source = { channelId: await apiChannelId(), deliveryKey: randomUUID(), raw: Buffer.from(JSON.stringify(body)) }
  return ingestMessage(source, newTicketSchema.parse(body))
}

test('a duplicate’s messages join the other ticket in order of time; it is closed, points there, and both say so', async () => {
  const target = await makeTicket({ message: { text: 'A1' }, tags: ['a'], priority: 'low' })
  const source = await makeTicket({ message: { text: 'B1' }, tags: ['b'], priority: 'high' })
  await finishDraft(source, '草稿')
  await addCustomerMessage({ ticketId: target.id, text: 'A2' })
  await addNote({ agent: by, ticketId: source.id, text: 'B-note' })
  await merge(source.id, target.id)

  expect(await textsOf(target.id)).toEqual(['A1', 'B1', 'A2', 'B-note'])
  expect(await getTicket(source.id)).toMatchObject({
    status: 'resolved',
    mergedInto: { id: target.id, number: target.number },
    messages: [],
    suggestion: null,
  })
  expect(await getTicket(target.id)).toMatchObject({
    status: 'open',
    priority: 'high',
    tags: ['a', 'b'],
    suggestion: { status: 'pending' },
  })
  expect(await db().suggestion.count({ where: { ticketId: source.id, status: 'superseded' } })).toBe(1)
  expect(await kindsOf(source.id)).toEqual(['merged_into'])
  expect(await kindsOf(target.id)).toContain('merged')
  const { waitingSince } = await db().ticket.findUniqueOrThrow({ where: { id: target.id } })
  expect(waitingSince?.getTime()).toBeCloseTo(target.createdAt.getTime(), -4)
})

test('nothing can be done to a merged ticket but to undo it, and everybody is told where it went', async () => {
  const [source, target, third] = [await makeTicket(), await makeTicket(), await makeTicket()]
  await merge(source.id, target.id)
  const merged = { code: 'conflict', details: { reason: 'merged', mergedIntoId: target.id } }
  for (const deed of [
    () => sendReply({ agent: by, ticketId: source.id, text: 'x', clientKey: null }),
    () => addNote({ agent: by, ticketId: source.id, text: 'x' }),
    () => draftAgain(source.id),
    () => setStatus(source.id, 'open', by),
    () => merge(source.id, third.id),
    () => merge(third.id, source.id),
  ]) {
    await expect(deed()).rejects.toMatchObject(merged)
  }
  await expect(merge(third.id, third.id)).rejects.toMatchObject({ code: 'unprocessable' })
  await expect(unmergeTicket(target.id, by)).rejects.toMatchObject({ details: { reason: 'not_merged' } })
})

test('what still comes for a merged ticket goes to its target by every door, over two merges, and wakes it', async () => {
  const source = await makeTicket({ externalId: 'dup' })
  const middle = await makeTicket()
  const target = await makeTicket()
  await merge(source.id, middle.id)
  await merge(middle.id, target.id)
  await setStatus(target.id, 'resolved', by)

  expect((await say('dup', 'by webhook')).ticketId).toBe(target.id)
  const headers = { ...(await apiHeaders()), 'idempotency-key': 'once' }
  for (let time = 0; time < 2; time++) {
    const response = await postMessage(apiRequest('/x', headers, { message: { text: 'by API' } }), at(source.id))
    expect(response.status).toBe(201)
    expect((await response.json()).id).toBe(target.id)
  }
  expect((await textsOf(target.id)).slice(-2)).toEqual(['by webhook', 'by API'])
  expect(await getTicket(target.id)).toMatchObject({ status: 'open' })
  expect(await getTicket(source.id)).toMatchObject({ status: 'resolved' })
  const reply = await postReply(apiRequest('/x', headers, { text: 'x' }), at(source.id))
  expect(reply.status).toBe(409)
  expect((await reply.json()).error.details).toEqual({ reason: 'merged', mergedIntoId: middle.id })
})

test('a key that both tickets know stays two messages, and a repetition under either finds its own', async () => {
  const [source, target] = [await makeTicket(), await makeTicket()]
  const clientKey = 'same'
  const here = await addCustomerMessage({ ticketId: target.id, text: 'here', clientKey })
  const there = await addCustomerMessage({ ticketId: source.id, text: 'there', clientKey })
  await merge(source.id, target.id)
  expect(await addCustomerMessage({ ticketId: source.id, text: 'there', clientKey })).toMatchObject({
    messageId: there.messageId,
    isRepeat: true,
  })
  expect(await addCustomerMessage({ ticketId: target.id, text: 'here', clientKey })).toMatchObject({
    messageId: here.messageId,
    isRepeat: true,
  })
  await unmergeTicket(source.id, by)
  expect(await addCustomerMessage({ ticketId: source.id, text: 'there', clientKey })).toMatchObject({
    messageId: there.messageId,
    isRepeat: true,
  })
})

test('undone, each ticket has what was written under it, before the merge and since, and stands where it stood', async () => {
  const target = await makeTicket({ message: { text: 'A1' } })
  const source = await makeTicket({ message: { text: 'B1' }, externalId: 'undo' })
  const below = await makeTicket({ message: { text: 'C1' } })
  await merge(below.id, source.id)
  await merge(source.id, target.id)
  await sendReply({ agent: by, ticketId: target.id, text: 'answer', clientKey: null })
  await say('undo', 'B2')
  expect(await textsOf(target.id)).toEqual(['A1', 'B1', 'C1', 'answer', 'B2'])

  await unmergeTicket(source.id, by)
  expect(await textsOf(source.id)).toEqual(['B1', 'C1', 'B2'])
  expect(await textsOf(target.id)).toEqual(['A1', 'answer'])
  expect(await getTicket(source.id)).toMatchObject({ status: 'open', mergedInto: null, suggestion: { status: 'pending' } })
  expect((await getTicket(below.id)).mergedInto?.id).toBe(source.id)
  await unmergeTicket(below.id, by)
  expect(await textsOf(below.id)).toEqual(['C1'])
  expect(await textsOf(source.id)).toEqual(['B1', 'B2'])
  expect((await say('undo', 'B3')).ticketId).toBe(source.id)
})

test('a resolved duplicate is resolved again when its merge is undone', async () => {
  const [source, target] = [await makeTicket(), await makeTicket()]
  await setStatus(source.id, 'resolved', by)
  await merge(source.id, target.id)
  await unmergeTicket(source.id, by)
  expect(await getTicket(source.id)).toMatchObject({ status: 'resolved' })
})

test('messages that arrive while tickets are merged and unmerged are all there, once', async () => {
  const target = await makeTicket({ message: { text: 'start' } })
  const source = await makeTicket({ message: { text: 'start' }, externalId: 'race' })
  const texts = Array.from({ length: 24 }, (_, index) => `r${index}`)
  const writing = texts.map((text, index) =>
    index % 2 ? say('race', text) : addCustomerMessage({ ticketId: source.id, text, clientKey: text }),
  )
  const merging = (async () => {
    for (let time = 0; time < 3; time++) {
      await merge(source.id, target.id)
      if (time < 2) await unmergeTicket(source.id, by)
    }
  })()
  await Promise.all([...writing, merging])
  expect((await textsOf(target.id)).filter((text) => text !== 'start').sort()).toEqual([...texts].sort())
  expect(await textsOf(source.id)).toEqual([])
  expect((await getTicket(target.id)).suggestion?.status).toBe('pending')
})

test('two agents who merge two tickets into each other at once merge them once', async () => {
  const [one, other] = [await makeTicket(), await makeTicket()]
  const merges = await Promise.allSettled([merge(one.id, other.id), merge(other.id, one.id)])
  expect(merges.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const all = [...(await textsOf(one.id)), ...(await textsOf(other.id))]
  expect(all).toHaveLength(2)
})

test('a reply on its way when its ticket is merged arrives once, under the ticket it was written in', async () => {
  const receiver = await new Receiver().start()
  const { id: channelId } = await createChannel({ name: 'shop', allowsPrivateUrl: true, outgoingUrl: receiver.url })
  const source = await makeTicket({ externalId: 'sent-before' }, channelId)
  const target = await makeTicket({ externalId: 'other' }, channelId)
  const { messageId } = await sendReply({ agent: by, ticketId: source.id, text: 'on its way', clientKey: 'k' })
  await merge(source.id, target.id)
  await Promise.all([deliverMessage(messageId), deliverMessage(messageId)])
  await receiver.stop()
  expect(receiver.received.map(({ body }) => JSON.parse(body).data)).toMatchObject([
    { ticket: { number: source.number, externalId: 'sent-before' }, message: { text: 'on its way' } },
  ])
  expect((await getTicket(target.id)).messages.find(({ id }) => id === messageId)?.delivery?.status).toBe('sent')
})

test('what colleagues have begun to write goes with the messages, and overwrites nothing', async () => {
  const [source, target] = [await makeTicket(), await makeTicket()]
  const [one, other] = [await makeAgent('One'), await makeAgent('Other')]
  const base = { suggestionId: source.suggestion?.id, revision: 0 }
  await saveReplyDraft(one, { ...base, ticketId: source.id, text: 'Begun under the duplicate.' })
  await saveReplyDraft(other, { ...base, ticketId: source.id, text: 'Under the duplicate.' })
  await saveReplyDraft(other, { ticketId: target.id, text: 'Under the target.', revision: 0 })
  await merge(source.id, target.id)
  expect(await findReplyDraft(one, target.id)).toMatchObject({ text: 'Begun under the duplicate.', suggestion: null })
  expect(await findReplyDraft(one, source.id)).toBeNull()
  expect(await findReplyDraft(other, target.id)).toMatchObject({ text: 'Under the target.' })
  expect(await findReplyDraft(other, source.id)).toMatchObject({ text: 'Under the duplicate.' })
})

test('what it may be merged into: the same customer’s first, then what is found, never itself and never a merged one', async () => {
  const contact = { email: 'twice@example.com' }
  const ticket = await makeTicket({ contact, subject: 'lamp' })
  const own = await makeTicket({ contact, subject: 'zebra lamp' })
  const merged = await makeTicket({ contact, subject: 'zebra gone' })
  await merge(merged.id, own.id)
  const other = await makeTicket({ contact: { email: 'other@example.com' }, subject: 'zebra chair' })
  const found = async (q: string) => (await listMergeTargets(ticket.id, q)).map(({ id, isSameContact }) => [id, isSameContact])
  expect(await found('')).toEqual([[own.id, true]])
  expect(await found('zebra')).toEqual([
    [own.id, true],
    [other.id, false],
  ])
  expect(await found(`#${other.number}`)).toEqual([[other.id, false]])
})
