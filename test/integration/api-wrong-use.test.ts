import { randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { GET as getNothing, POST as postNothing } from '@/app/api/[[...path]]/route'
import { POST as postImport } from '@/app/api/v1/rules/import/route'
import { GET as getRules, POST as postRule } from '@/app/api/v1/rules/route'
import { POST as postMessage } from '@/app/api/v1/tickets/[id]/messages/route'
import { GET as getReply } from '@/app/api/v1/tickets/[id]/reply/route'
import { DELETE as deleteTickets, GET as getTickets, OPTIONS as optionsOfTickets, POST as postTicket } from '@/app/api/v1/tickets/route'
import { PUT as putWebhook, POST as receiveWebhook } from '@/app/api/webhooks/[channelId]/route'
import { createChannel } from '@/lib/channels/create-channel'
import { db } from '@/lib/db'
import { getTicket } from '@/lib/tickets/get-ticket'
import { apiHeaders, apiRequest, postRaw, ticketBody, webhookHeaders } from '@/test/support/senders'

let headers: Record<string, string>
beforeAll(async () => {
  headers = await apiHeaders()
})

const at = (id: string) => ({ params: Promise.resolve({ id }) })

/** The one format of errors, whatever has gone wrong. */
async function refused(answer: Response | Promise<Response>, status: number, code: string) {
  const response = await answer
  const body = await response.json()
  expect([response.status, body.error?.code], JSON.stringify(body)).toEqual([status, code])
  expect(body.error.message).toMatch(/\w/)
  return { response, error: body.error }
}

const post = (raw: string | Uint8Array<ArrayBuffer>, extra: Record<string, string> = {}) =>
  postTicket(new Request('http://desk.test/api/v1/tickets', { method: 'POST', headers: { ...headers, ...extra }, body: raw }), undefined)

describe('what has no door', () => {
  it('is an address that is not there, in JSON', async () => {
    for (const door of [getNothing, postNothing]) {
      const { error } = await refused(door(new Request('http://desk.test/api/v1/ticket'), undefined), 404, 'not_found')
      expect(error.message).toContain('/api/v1/ticket ')
    }
  })

  it('is a method that the address does not take; Allow names those it does', async () => {
    const request = new Request('http://desk.test/x')
    const cases: [Response | Promise<Response>, string][] = [
      [deleteTickets(request, undefined), 'GET, POST, HEAD, OPTIONS'],
      [getReply(request, undefined), 'POST, OPTIONS'],
      [putWebhook(request, undefined), 'POST, OPTIONS'],
    ]
    for (const [answer, allow] of cases) {
      const { response } = await refused(answer, 405, 'method_not_allowed')
      expect(response.headers.get('allow')).toBe(allow)
    }
    const options = await optionsOfTickets(request, undefined)
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, POST, HEAD, OPTIONS'])
  })
})

describe('a body that is not read here', () => {
  const form = '--x\r\nContent-Disposition: form-data; name="subject"\r\n\r\nHello\r\n--x--\r\n'
  const isForm = { 'content-type': 'multipart/form-data; boundary=x' }

  it('is a form in parts', async () => {
    const before = await db().ticket.count()
    await refused(post(form, isForm), 415, 'unsupported_media_type')
    const file = new Request('http://desk.test/x', { method: 'POST', headers: { ...headers, ...isForm }, body: form })
    await refused(postImport(file, undefined), 415, 'unsupported_media_type')
    const channel = await createChannel({ name: 'mail' })
    const signed = { ...isForm, ...webhookHeaders(channel.secret, Buffer.from(form)) }
    const delivery = new Request(`http://desk.test/api/webhooks/${channel.id}`, { method: 'POST', headers: signed, body: form })
    const { error } = await refused(
      receiveWebhook(delivery, { params: Promise.resolve({ channelId: channel.id }) }),
      415,
      'unsupported_media_type',
    )
    expect(error.message).toContain('multipart')
    expect(await db().ticket.count()).toBe(before)
  })

  it('is a compressed one; one sent as it is may say so', async () => {
    const raw = JSON.stringify(ticketBody())
    const { error } = await refused(post(new Uint8Array(gzipSync(raw)), { 'content-encoding': 'gzip' }), 415, 'unsupported_media_type')
    expect(error.message).toContain('gzip')
    expect((await post(raw, { 'content-encoding': 'identity' })).status).toBe(201)
  })

  it('is an empty one, which is told apart from broken JSON', async () => {
    expect((await refused(post(''), 400, 'bad_request')).error.message).toContain('empty')
    expect((await refused(post('{'), 400, 'bad_request')).error.message).toContain('JSON')
  })

  it('may begin with a byte order mark', async () => {
    expect((await post(`\ufeff${JSON.stringify(ticketBody())}`)).status).toBe(201)
  })
})

describe('a value that the database could not keep', () => {
  const cursorOf = (...place: unknown[]) => Buffer.from(JSON.stringify(place)).toString('base64url')

  it('is no filter: a NUL in a tag finds nothing', async () => {
    const response = await getTickets(apiRequest('/api/v1/tickets?tag=%00nosuch', headers), undefined)
    expect([response.status, (await response.json()).items]).toEqual([200, []])
  })

  it.each(['0000-01-01T00:00:00.000Z', '0001-01-01T00:00:00+14:00', '9999-12-31T23:59:59-14:00'])('is the year of %s', async (moment) => {
    const tickets = `/api/v1/tickets?cursor=${cursorOf(0, moment, randomUUID())}`
    await refused(getTickets(apiRequest(tickets, headers), undefined), 400, 'bad_request')
    const rules = `/api/v1/rules?cursor=${cursorOf(moment, randomUUID())}`
    await refused(getRules(apiRequest(rules, headers), undefined), 400, 'bad_request')
    const rule = { question: 'When?', answer: 'Then.', language: 'en', validFrom: moment }
    const { error } = await refused(postRule(apiRequest('/x', headers, rule), undefined), 422, 'unprocessable')
    expect(error.details).toEqual([{ path: 'validFrom', message: 'must lie in the years 1 to 9999' }])
  })

  it('is half a character in a rule’s external id: two ids would become one', async () => {
    const rule = { question: 'When?', answer: 'Then.', language: 'en', externalId: 'a\ud83d' }
    const { error } = await refused(postRule(apiRequest('/x', headers, rule), undefined), 422, 'unprocessable')
    expect(error.details[0].path).toBe('externalId')
  })
})

describe('an error says what is wrong', () => {
  it('of a moment without its time zone', async () => {
    const rule = { question: 'When?', answer: 'Then.', language: 'en', validUntil: '2026-02-03' }
    const { error } = await refused(postRule(apiRequest('/x', headers, rule), undefined), 422, 'unprocessable')
    expect(error.details).toEqual([{ path: 'validUntil', message: expect.stringContaining('time zone') }])
  })

  it('of a header by its name', async () => {
    const { error } = await refused(post(JSON.stringify(ticketBody()), { 'idempotency-key': '' }), 422, 'unprocessable')
    expect(error.details[0].path).toBe('Idempotency-Key')
    const channel = await createChannel({ name: 'shop' })
    const delivery = postRaw(channel, Buffer.from(JSON.stringify(ticketBody())), { id: 'm'.repeat(201) })
    expect((await refused(delivery, 422, 'unprocessable')).error.details[0].path).toBe('webhook-id')
  })

  it('of a file, and of nothing else', async () => {
    const body = ticketBody({ message: { attachments: [{ name: 'a.png', content: 'data:image/png;base64,YQ==' }] } })
    const { error } = await refused(post(JSON.stringify(body)), 422, 'unprocessable')
    expect(error.details).toEqual([{ path: 'message.attachments.0.content', message: 'must be base64' }])
  })

  it('of an import’s mapping', async () => {
    const request = new Request('http://desk.test/x?mapping=%7B', { method: 'POST', headers, body: '[]' })
    const { error } = await refused(postImport(request, undefined), 422, 'unprocessable')
    expect(error.details).toEqual([{ path: 'mapping', message: 'must be JSON' }])
  })
})

test('a further message under a known key, with another file, is a conflict and not a lost file', async () => {
  const { id } = await (await post(JSON.stringify(ticketBody()))).json()
  const send = (name: string, text: string) => {
    const attachments = [{ name, content: Buffer.from(text).toString('base64') }]
    const request = apiRequest('/x', { ...headers, 'idempotency-key': 'files' }, { message: { text: 'two files', attachments } })
    return postMessage(request, at(id))
  }
  expect((await send('one.txt', 'one')).status).toBe(201)
  expect((await send('one.txt', 'one')).status).toBe(201)
  await refused(send('one.txt', 'two'), 409, 'conflict')
  await refused(send('two.txt', 'one'), 409, 'conflict')
  const { messages } = await getTicket(id)
  expect(messages.map(({ attachments }) => attachments.map(({ name }) => name))).toEqual([[], ['one.txt']])
})
