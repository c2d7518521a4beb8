import { randomUUID } from 'node:crypto'
import { Validator } from '@cfworker/json-schema'
import { Webhook } from 'standardwebhooks'
import { afterEach, expect, test } from 'vitest'
import { POST as postOutbox } from '@/app/api/outbox/[channelId]/route'
import { createChannel } from '@/lib/channels/create-channel'
import { rotateSecret } from '@/lib/channels/rotate-secret'
import type { NewChannel } from '@/lib/channels/schema'
import { updateChannel } from '@/lib/channels/update-channel'
import { db } from '@/lib/db'
import { deliverMessage } from '@/lib/delivery/deliver-message'
import { MAX_ATTEMPTS } from '@/lib/delivery/judge-attempt'
import { listOutbox } from '@/lib/delivery/list-outbox'
import { resumeDeliveries } from '@/lib/delivery/resume-deliveries'
import { startJobs, stopJobs } from '@/lib/jobs'
import { retryDelivery } from '@/lib/messages/retry-delivery'
import { sendReply } from '@/lib/messages/send-reply'
import { buildDocument } from '@/lib/openapi/build-document'
import { setEnv } from '@/test/support/database'
import { Receiver } from '@/test/support/receiver'
import { webhookHeaders } from '@/test/support/senders'
import { makeTicket } from '@/test/support/tickets'

const receivers: Receiver[] = []
afterEach(async () => {
  await Promise.all(receivers.splice(0).map((receiver) => receiver.stop()))
})

async function receive(statuses?: number[], headers?: Record<string, string>): Promise<Receiver> {
  const receiver = await new Receiver(statuses, headers).start()
  receivers.push(receiver)
  return receiver
}

/** A reply on its way out through a channel of its own. */
async function reply(channelFields: Partial<NewChannel>) {
  const channel = await createChannel({ name: 'shop', allowsPrivateUrl: true, ...channelFields })
  const ticket = await makeTicket({ externalId: randomUUID(), contact: { name: 'Ann', email: 'ann@example.com' } }, channel.id)
  const { messageId } = await sendReply({ agent: null, ticketId: ticket.id, text: 'On its way.', clientKey: null })
  return { channel, ticket, messageId }
}

function deliveryOf(messageId: string) {
  return db().delivery.findUniqueOrThrow({ where: { messageId } })
}

/** The wait until the next attempt is over. */
async function makeDue(messageId: string): Promise<void> {
  await db().delivery.update({ where: { messageId }, data: { nextAttemptAt: new Date() } })
}

async function runAtOf(messageId: string): Promise<Date | undefined> {
  const rows = await db().$queryRaw<{ run_at: Date }[]>`select run_at from graphile_worker.jobs where key = ${`deliver:${messageId}`}`
  return rows[0]?.run_at
}

test('a receiver that fails twice and then accepts gets one message under one id, signed each time', async () => {
  const receiver = await receive([500, 429, 200])
  const { channel, ticket, messageId } = await reply({ outgoingUrl: receiver.url })
  await deliverMessage(messageId)
  expect(await deliveryOf(messageId)).toMatchObject({ status: 'sending', attempts: 1, errorCode: 'http_500' })
  // Not yet due: whoever calls, nothing leaves.
  await deliverMessage(messageId)
  expect(receiver.received).toHaveLength(1)
  await makeDue(messageId)
  await deliverMessage(messageId)
  expect(await deliveryOf(messageId)).toMatchObject({ status: 'sending', attempts: 2, errorCode: 'http_429' })
  await makeDue(messageId)
  await deliverMessage(messageId)
  expect(await deliveryOf(messageId)).toMatchObject({
    status: 'sent',
    attempts: 3,
    errorCode: null,
    nextAttemptAt: null,
    sentAt: expect.any(Date),
  })
  await deliverMessage(messageId)
  expect(receiver.received).toHaveLength(3)
  expect(receiver.accepted).toHaveLength(1)
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([messageId]))
  const { schema } = buildDocument().webhooks.messageCreated.post.requestBody.content['application/json'] ?? {}
  const described = new Validator(schema ?? false, '2020-12', false)
  for (const { headers, body } of receiver.received) {
    expect(described.validate(JSON.parse(body)).errors).toEqual([])
    expect(new Webhook(channel.secret).verify(body, headers as Record<string, string>)).toEqual({
      type: 'message.created',
      data: {
        ticket: { id: ticket.id, number: ticket.number, externalId: expect.any(String), subject: ticket.subject },
        contact: { id: ticket.contact.id, name: 'Ann', email: 'ann@example.com', phone: null, externalId: null },
        message: { id: messageId, text: 'On its way.', createdAt: expect.any(String) },
      },
    })
  }
})

test('the job that carries it to the receiver commits with the reply', async () => {
  const receiver = await receive()
  const { messageId } = await reply({ outgoingUrl: receiver.url })
  const idle = {
    'draft-suggestion': async () => {},
    'learn-phrasing': async () => {},
    'calibrate-floors': async () => {},
    'embed-rules': async () => {},
    'reindex-tickets': async () => {},
    'recompute-timers': async () => {},
    'wake-ticket': async () => {},
    'keep-days': async () => {},
  }
  await startJobs({ ...idle, 'deliver-message': ({ messageId: id }) => deliverMessage(id) })
  await expect.poll(async () => (await deliveryOf(messageId)).status).toBe('sent')
  expect(receiver.accepted).toHaveLength(1)
  await stopJobs()
})

test('ten calls at once make one attempt', async () => {
  const receiver = await receive()
  const { messageId } = await reply({ outgoingUrl: receiver.url })
  await Promise.all(Array.from({ length: 10 }, () => deliverMessage(messageId)))
  expect(receiver.received).toHaveLength(1)
})

test.each([404, 410, 302])('an answer %i is final', async (status) => {
  const target = await receive()
  const receiver = await receive([status], { location: target.url })
  const { messageId } = await reply({ outgoingUrl: receiver.url })
  await deliverMessage(messageId)
  expect(await deliveryOf(messageId)).toMatchObject({ status: 'failed', errorCode: `http_${status}`, nextAttemptAt: null })
  expect(target.received).toHaveLength(0)
})

test('attempts end, and a person can begin them anew', async () => {
  const receiver = await receive([503])
  const { messageId } = await reply({ outgoingUrl: receiver.url })
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    await makeDue(messageId)
    await deliverMessage(messageId)
  }
  expect(await deliveryOf(messageId)).toMatchObject({ status: 'failed', attempts: MAX_ATTEMPTS, errorCode: 'http_503' })
  await deliverMessage(messageId)
  expect(receiver.received).toHaveLength(MAX_ATTEMPTS)
  await retryDelivery(messageId)
  expect(await deliveryOf(messageId)).toMatchObject({ status: 'sending', attempts: 0, errorCode: null })
  await deliverMessage(messageId)
  expect(receiver.received).toHaveLength(MAX_ATTEMPTS + 1)
})

test('the next attempt is a job of its own, not before the receiver asked for it', async () => {
  const receiver = await receive([503], { 'retry-after': '900' })
  const { messageId } = await reply({ outgoingUrl: receiver.url })
  await deliverMessage(messageId)
  const { nextAttemptAt } = await deliveryOf(messageId)
  expect(nextAttemptAt && nextAttemptAt.getTime() - Date.now()).toBeGreaterThan(890_000)
  expect(await runAtOf(messageId)).toEqual(nextAttemptAt)
})

test('what has been delivered cannot be tried again, what is under way is left alone', async () => {
  const receiver = await receive()
  const { messageId } = await reply({ outgoingUrl: receiver.url })
  const { nextAttemptAt } = await deliveryOf(messageId)
  await retryDelivery(messageId)
  expect(await deliveryOf(messageId)).toMatchObject({ nextAttemptAt })
  await deliverMessage(messageId)
  await expect(retryDelivery(messageId)).rejects.toMatchObject({ code: 'conflict' })
  await expect(retryDelivery(randomUUID())).rejects.toMatchObject({ code: 'not_found' })
})

test('nobody there is tried again', async () => {
  const receiver = await receive()
  const { url } = receiver
  await receiver.stop()
  const { messageId } = await reply({ outgoingUrl: url })
  await deliverMessage(messageId)
  expect(await deliveryOf(messageId)).toMatchObject({ status: 'sending', errorCode: 'refused' })
})

test.each(['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1'])(
  'a private address is refused however it is written: %s',
  async (host) => {
    const receiver = await receive()
    const { messageId } = await reply({ outgoingUrl: `http://${host}:${receiver.port}/`, allowsPrivateUrl: false })
    await deliverMessage(messageId)
    expect(await deliveryOf(messageId)).toMatchObject({ status: 'failed', errorCode: 'private_address' })
    expect(receiver.received).toHaveLength(0)
  },
)

test('an address changed on the screen loses the permission to be private', async () => {
  const receiver = await receive()
  const channel = await createChannel({ name: 'moved', outgoingUrl: receiver.url, allowsPrivateUrl: true })
  expect(await updateChannel(null, channel.id, { name: 'renamed' })).toMatchObject({ allowsPrivateUrl: true })
  expect(await updateChannel(null, channel.id, { outgoingUrl: `${receiver.url}/2` })).toMatchObject({ allowsPrivateUrl: false })
})

test('while two secrets live, a receiver with either accepts', async () => {
  const receiver = await receive()
  const { channel, messageId } = await reply({ outgoingUrl: receiver.url })
  const { secret } = await rotateSecret(null, channel.id)
  await deliverMessage(messageId)
  const [got] = receiver.received
  for (const each of [channel.secret, secret]) new Webhook(each).verify(got?.body ?? '', got?.headers as Record<string, string>)
})

test('a delivery whose process died in the middle is taken up again', async () => {
  const receiver = await receive()
  const { messageId } = await reply({ outgoingUrl: receiver.url })
  await db().delivery.update({ where: { messageId }, data: { attempts: 1, nextAttemptAt: new Date(Date.now() - 60_000) } })
  await db().$executeRaw`delete from graphile_worker._private_jobs where key = ${`deliver:${messageId}`}`
  expect(await resumeDeliveries()).toBeGreaterThanOrEqual(1)
  expect(await runAtOf(messageId)).toBeInstanceOf(Date)
  await deliverMessage(messageId)
  expect(await deliveryOf(messageId)).toMatchObject({ status: 'sent', attempts: 2 })
})

test('the outbox checks what it gets, counts repetitions and shows what the customer would see', async () => {
  await setEnv({ DEMO: '1' })
  const channel = await createChannel({ name: 'demo', outgoingKind: 'outbox' })
  const messageId = randomUUID()
  const message = { id: messageId, text: '已发货', createdAt: new Date().toISOString() }
  const ticket = { id: randomUUID(), number: 7, externalId: null, subject: '发货' }
  const contact = { id: randomUUID(), name: '李雷', email: null, phone: null, externalId: null }
  const raw = Buffer.from(JSON.stringify({ type: 'message.created', data: { ticket, contact, message } }))
  const post = (secret: string) => {
    const request = new Request('http://desk.test/api/outbox', {
      method: 'POST',
      body: raw,
      headers: webhookHeaders(secret, raw, { id: messageId }),
    })
    return postOutbox(request, { params: Promise.resolve({ channelId: channel.id }) })
  }
  expect((await post(channel.secret)).status).toBe(200)
  expect((await post(channel.secret)).status).toBe(200)
  expect((await post('whsec_AAAA')).status).toBe(401)
  const { items } = await listOutbox()
  expect(items).toMatchObject([{ webhookId: messageId, receipts: 2, channel: { name: 'demo' }, message: { ticket, contact, message } }])
  await setEnv({ DEMO: '' })
  expect((await post(channel.secret)).status).toBe(404)
})
