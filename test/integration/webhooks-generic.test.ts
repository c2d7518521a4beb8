import { randomUUID } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { beforeAll, expect, test } from 'vitest'
import { createChannel } from '@/lib/channels/create-channel'
import { rotateSecret } from '@/lib/channels/rotate-secret'
import { updateChannel } from '@/lib/channels/update-channel'
import { db } from '@/lib/db'
import { getTicket } from '@/lib/tickets/get-ticket'
import { postRaw, postWebhookBody, ticketBody } from '@/test/support/senders'

type Channel = Awaited<ReturnType<typeof createChannel>>
let channel: Channel

beforeAll(async () => {
  channel = await createChannel({ name: '商城' })
})

async function accepted(response: Response): Promise<{ ticketId: string; messageId: string }> {
  expect(response.status).toBe(200)
  return response.json()
}

async function refused(response: Response, status: number, code: string) {
  const body = await response.json()
  expect({ status: response.status, code: body.error?.code }).toEqual({ status, code })
  return body.error
}

test('a signed webhook becomes a ticket, its message, its contact and a pending draft with its job', async () => {
  const { ticketId, messageId } = await accepted(await postWebhookBody(channel, ticketBody({ tags: ['物流', '物流'], priority: 'high' })))
  const ticket = await getTicket(ticketId)
  expect(ticket).toMatchObject({
    subject: '耳机还没发货',
    status: 'open',
    priority: 'high',
    language: 'zh',
    tags: ['物流'],
    contact: { name: '李雷', email: 'lilei@example.com' },
    messages: [{ id: messageId, direction: 'incoming', text: '我昨天买的耳机还没发货，怎么回事？' }],
    suggestion: { status: 'pending', rung: null },
  })
  const jobs = await db().$queryRaw`select key from graphile_worker.jobs where key = ${`draft:${ticket.suggestion?.id}`}`
  expect(jobs).toHaveLength(1)
})

test('the reference implementation signs what we accept', async () => {
  const raw = JSON.stringify(ticketBody({ subject: 'Where is my order?' }))
  const id = randomUUID()
  const at = new Date()
  const signature = new Webhook(channel.secret).sign(id, at, raw)
  const timestamp = Math.floor(at.getTime() / 1000)
  await accepted(await postRaw(channel, Buffer.from(raw), { id, timestamp, signature: `v1a,xxxx v1,AAAA ${signature}` }))
})

test('fifty deliveries of one webhook at once make one ticket, one message, one draft and one answer', async () => {
  const body = ticketBody({ subject: 'fifty at once', externalId: 'conversation-50', contact: { externalId: 'customer-50' } })
  const answers = await Promise.all(
    Array.from({ length: 50 }, async () => accepted(await postWebhookBody(channel, body, { id: 'msg_fifty' }))),
  )
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  const where = { externalId: 'conversation-50' }
  expect(await db().ticket.count({ where })).toBe(1)
  expect(await db().message.count({ where: { ticket: where } })).toBe(1)
  expect(await db().suggestion.count({ where: { ticket: where } })).toBe(1)
  expect(await db().contact.count({ where: { externalId: 'customer-50' } })).toBe(1)
  expect(await db().inboundEvent.count({ where: { deliveryKey: 'msg_fifty' } })).toBe(1)
})

test('thirty different messages of one conversation at once are all on one ticket, with one current draft', async () => {
  const externalId = 'conversation-30'
  const answers = await Promise.all(
    Array.from({ length: 30 }, async (_, index) =>
      accepted(await postWebhookBody(channel, ticketBody({ externalId, message: { text: `message ${index}` } }))),
    ),
  )
  expect(new Set(answers.map(({ ticketId }) => ticketId)).size).toBe(1)
  expect(new Set(answers.map(({ messageId }) => messageId)).size).toBe(30)
  expect(await db().message.count({ where: { ticket: { externalId } } })).toBe(30)
  expect(await db().suggestion.count({ where: { ticket: { externalId }, isCurrent: true } })).toBe(1)
  const events = await db().inboundEvent.findMany({ where: { messageId: { in: answers.map(({ messageId }) => messageId) } } })
  expect(new Set(events.map(({ ticketId }) => ticketId))).toEqual(new Set([answers[0]?.ticketId]))
})

test('a message under a known externalId opens its ticket again, supersedes the draft and takes no new number', async () => {
  const body = ticketBody({ externalId: 'comes-back' })
  const { ticketId } = await accepted(await postWebhookBody(channel, body))
  await db().ticket.update({ where: { id: ticketId }, data: { status: 'resolved', resolvedAt: new Date(), waitingSince: null } })
  const again = await accepted(
    await postWebhookBody(channel, { ...body, message: { html: '<p>Still <b>nothing</b>!</p><script>x()</script>' } }),
  )
  const next = await accepted(await postWebhookBody(channel, ticketBody()))
  expect(again.ticketId).toBe(ticketId)
  const ticket = await getTicket(ticketId)
  expect(ticket.status).toBe('open')
  expect(ticket.messages.map(({ text }) => text)).toEqual(['我昨天买的耳机还没发货，怎么回事？', 'Still nothing!'])
  const drafts = await db().suggestion.findMany({ where: { ticketId }, orderBy: { id: 'asc' } })
  expect(drafts.map(({ status, isCurrent }) => [status, isCurrent])).toEqual([
    ['superseded', null],
    ['pending', true],
  ])
  expect((await getTicket(next.ticketId)).number).toBe(ticket.number + 1)
  expect(await db().ticket.findUnique({ where: { id: ticketId } })).toMatchObject({ resolvedAt: null, lastWords: 'Still nothing!' })
})

test('one person is one contact within a channel; without any identity each is a new one', async () => {
  const write = async (contact: unknown) => getTicket((await accepted(await postWebhookBody(channel, ticketBody({ contact })))).ticketId)
  const first = await write({ email: 'Han.Mei@Example.com' })
  const second = await write({ email: 'han.mei@example.com', name: '韩梅' })
  expect(second.contact).toMatchObject({ id: first.contact.id, name: '韩梅', email: 'han.mei@example.com' })
  expect((await write({ phone: '+86 138-0013-8000' })).contact.id).toBe((await write({ phone: '+8613800138000' })).contact.id)
  expect((await write({})).contact.id).not.toBe((await write({})).contact.id)
})

test('the same delivery id with another body is a conflict and changes nothing', async () => {
  await accepted(await postWebhookBody(channel, ticketBody({ subject: 'first' }), { id: 'msg_conflict' }))
  const before = await db().ticket.count()
  await refused(await postWebhookBody(channel, ticketBody({ subject: 'second' }), { id: 'msg_conflict' }), 409, 'conflict')
  expect(await db().ticket.count()).toBe(before)
})

test('after a rotation both secrets are good, then the new one alone', async () => {
  const shop = await createChannel({ name: 'rotating' })
  const { secret } = await rotateSecret(null, shop.id)
  await accepted(await postWebhookBody(shop, ticketBody()))
  await accepted(await postWebhookBody({ ...shop, secret }, ticketBody()))
  await rotateSecret(null, shop.id, 0)
  await refused(await postWebhookBody({ ...shop, secret }, ticketBody()), 401, 'unauthorized')
  await refused(await postWebhookBody(shop, ticketBody()), 401, 'unauthorized')
})

const now = () => Math.floor(Date.now() / 1000)

test.each([
  ['forged', { signature: `v1,${Buffer.alloc(32).toString('base64')}` }, 'signature_mismatch'],
  ['of another version', { signature: 'v2,AAAA' }, 'signature_mismatch'],
  ['without any base64', { signature: 'v1,' }, 'signature_mismatch'],
  ['six minutes old', { timestamp: now() - 360 }, 'timestamp_too_old'],
  ['six minutes ahead', { timestamp: now() + 360 }, 'timestamp_too_new'],
  ['with a time that is none', { timestamp: Number.NaN }, 'timestamp_invalid'],
])('a delivery %s is refused', async (_, sending, reason) => {
  const before = await db().inboundEvent.count()
  const error = await refused(await postWebhookBody(channel, ticketBody(), sending), 401, 'unauthorized')
  expect(error.details).toEqual({ reason })
  expect(await db().inboundEvent.count()).toBe(before)
})

test('a delivery four minutes old is taken', async () => {
  await accepted(await postWebhookBody(channel, ticketBody(), { timestamp: now() - 240 }))
})

test('a body changed on its way is refused', async () => {
  const raw = Buffer.from(JSON.stringify(ticketBody()))
  const honest = new Webhook(channel.secret).sign('msg_changed', new Date(), raw.toString())
  const changed = Buffer.from(raw.toString().replace('李雷', '王五'))
  await refused(await postRaw(channel, changed, { id: 'msg_changed', signature: honest }), 401, 'unauthorized')
})

test('unknown, malformed and disabled channels are not there', async () => {
  const shut = await createChannel({ name: 'shut' })
  await updateChannel(null, shut.id, { isEnabled: false })
  for (const id of [randomUUID(), 'nonsense', shut.id]) {
    await refused(await postWebhookBody({ id, secret: shut.secret }, ticketBody()), 404, 'not_found')
  }
})

test.each([
  ['broken JSON', Buffer.from('{"subject":'), 400, 'bad_request'],
  ['broken UTF-8', Buffer.concat([Buffer.from('{"subject":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]), 400, 'bad_request'],
  ['nothing', Buffer.alloc(0), 400, 'bad_request'],
  ['a list', Buffer.from('[]'), 422, 'unprocessable'],
  ['no message', Buffer.from(JSON.stringify(ticketBody({ message: {} }))), 422, 'unprocessable'],
  ['a message of NULs', Buffer.from(JSON.stringify(ticketBody({ message: { text: '\u0000\u0000' } }))), 422, 'unprocessable'],
  ['a NUL in an id', Buffer.from(JSON.stringify(ticketBody({ externalId: 'a\u0000b' }))), 422, 'unprocessable'],
  ['half a character in an id', Buffer.from(JSON.stringify(ticketBody({ externalId: 'a\ud83d' }))), 422, 'unprocessable'],
  ['sixteen megabytes', Buffer.alloc(16_000_000, 0x20), 413, 'payload_too_large'],
])('a signed body of %s is refused clearly', async (_, raw, status, code) => {
  await refused(await postRaw(channel, raw), status, code)
})

test('the fields that are wrong are named', async () => {
  const error = await refused(
    await postWebhookBody(channel, ticketBody({ subject: '', contact: { email: 'nobody' } })),
    422,
    'unprocessable',
  )
  expect(error.details.map(({ path }: { path: string }) => path).sort()).toEqual(['contact.email', 'subject'])
})

test('a message of 100 KB is kept whole', async () => {
  const text = 'long '.repeat(20_480).trim()
  const { ticketId } = await accepted(await postWebhookBody(channel, ticketBody({ message: { text } })))
  expect((await getTicket(ticketId)).messages[0]?.text).toBe(text)
})

test('control characters and half characters in words are taken out, the rest is kept', async () => {
  const text = 'a\u0000b\u0007c\r\nd\ud83d e\tf \u{1F600}'
  const { ticketId } = await accepted(await postWebhookBody(channel, ticketBody({ subject: 'sub\u0000ject', message: { text } })))
  expect(await getTicket(ticketId)).toMatchObject({ subject: 'subject', messages: [{ text: 'abc\nd\ufffd e\tf \u{1F600}' }] })
})

test('the raw body is kept as it came', async () => {
  const raw = Buffer.from(`  ${JSON.stringify(ticketBody({ subject: 'spaces' }))}\n`)
  await accepted(await postRaw(channel, raw, { id: 'msg_raw' }))
  const event = await db().inboundEvent.findFirstOrThrow({ where: { deliveryKey: 'msg_raw' } })
  expect(Buffer.from(event.rawBody).equals(raw)).toBe(true)
})
