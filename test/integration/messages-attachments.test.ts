import { expect, test } from 'vitest'
import { GET as getFile } from '@/app/api/attachments/[attachmentId]/route'
import { GET as getApiFile } from '@/app/api/v1/attachments/[id]/route'
import { POST as postMessage } from '@/app/api/v1/tickets/[id]/messages/route'
import { POST as postTicket } from '@/app/api/v1/tickets/route'
import { createSession } from '@/lib/auth/create-session'
import { API_HEADERS } from '@/lib/auth/security-headers'
import { sessionCookieName } from '@/lib/auth/session-cookie'
import { createChannel } from '@/lib/channels/create-channel'
import { listInboundEvents } from '@/lib/channels/list-inbound-events'
import { db } from '@/lib/db'
import { startJobs, stopJobs } from '@/lib/jobs'
import { jobsTable } from '@/lib/jobs-table'
import { listThread } from '@/lib/messages/list-thread'
import { getTicket } from '@/lib/tickets/get-ticket'
import { listTickets } from '@/lib/tickets/list-tickets'
import { newId } from '@/lib/uuid'
import { png } from '@/test/support/pictures'
import { apiHeaders, apiRequest, postWebhookBody, ticketBody } from '@/test/support/senders'
import { makeAgent } from '@/test/support/tickets'

const base64 = (content: Buffer | string) => Buffer.from(content).toString('base64')
const picture = { name: '破损.png', contentType: 'image/png', content: base64(png(40, 30)) }
const page = { name: 'page.html', contentType: 'text/html', content: base64('<script>alert(1)</script>') }
const note = { name: 'note.txt', contentType: 'text/plain', content: base64('订单号 1') }

const at = (id: string) => ({ params: Promise.resolve({ id }) })

async function agentCookie() {
  const { id: userId } = await makeAgent()
  const { token } = await createSession(db(), { userId, userAgent: 'test' })
  return { cookie: `${sessionCookieName(false)}=${token}` }
}

test('files come in with a webhook once, and are named in the thread and in the API', async () => {
  const channel = await createChannel({ name: 'files' })
  const body = ticketBody({ message: { text: '看图', attachments: [picture, page, note] } })
  const sending = { id: 'msg_files' }
  const first = await (await postWebhookBody(channel, body, sending)).json()
  expect(await (await postWebhookBody(channel, body, sending)).json()).toEqual(first)
  const { messages } = await listThread(first.ticketId)
  expect(messages[0]?.attachments).toEqual([
    { id: expect.any(String), name: '破损.png', contentType: 'image/png', sizeBytes: png(40, 30).length, width: 40, height: 30 },
    { id: expect.any(String), name: 'page.html', contentType: 'application/octet-stream', sizeBytes: 25, width: null, height: null },
    { id: expect.any(String), name: 'note.txt', contentType: 'text/plain', sizeBytes: 11, width: null, height: null },
  ])
  expect((await getTicket(first.ticketId)).messages[0]?.attachments).toHaveLength(3)
  expect((await listInboundEvents(channel.id))[0]).toMatchObject({ ticketId: first.ticketId, body: JSON.stringify(body) })
})

test('a file is given to an agent as what it is, and to nobody else', async () => {
  const headers = await apiHeaders()
  const response = await postTicket(apiRequest('/x', headers, ticketBody({ message: { attachments: [picture, page, note] } })), undefined)
  const [shown, saved, text] = (await response.json()).messages[0].attachments
  const cookie = await agentCookie()
  const read = (id: string, given: Record<string, string> = cookie) =>
    getFile(apiRequest(`/api/attachments/${id}`, given), { params: Promise.resolve({ attachmentId: id }) })

  const image = await read(shown.id)
  expect(image.headers.get('content-type')).toBe('image/png')
  expect(image.headers.get('content-disposition')).toBe(`inline; filename="__.png"; filename*=UTF-8''%E7%A0%B4%E6%8D%9F.png`)
  expect(Buffer.from(await image.arrayBuffer()).equals(png(40, 30))).toBe(true)
  const html = await read(saved.id)
  expect(html.headers.get('content-type')).toBe('application/octet-stream')
  expect(html.headers.get('content-disposition')).toMatch(/^attachment; /)
  expect((await read(text.id)).headers.get('content-type')).toBe('text/plain; charset=utf-8')

  expect((await read(shown.id, {})).status).toBe(401)
  expect((await read(newId())).status).toBe(404)
  expect((await read('x')).status).toBe(404)
  const policy = API_HEADERS.find(({ key }) => key === 'Content-Security-Policy')?.value
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain('sandbox')

  expect((await getApiFile(apiRequest('/x', headers), at(shown.id))).headers.get('content-type')).toBe('image/png')
  expect((await getApiFile(apiRequest('/x', await apiHeaders(['tickets:write'])), at(shown.id))).status).toBe(403)
})

test('a message may be nothing but a file: the queue names it, and its draft says that somebody will look', async () => {
  const headers = await apiHeaders()
  const body = ticketBody({ subject: '照片', message: { attachments: [picture] }, tags: ['nothing-but-a-file'] })
  const { id } = await (await postTicket(apiRequest('/x', headers, body), undefined)).json()
  expect((await listTickets(null, { tag: 'nothing-but-a-file' })).items[0]?.lastWords).toBe('破损.png')
  const further = { message: { text: '', attachments: [note] } }
  const keyed = { ...headers, 'idempotency-key': 'further' }
  for (let time = 0; time < 2; time++) expect((await postMessage(apiRequest('/x', keyed, further), at(id))).status).toBe(201)
  expect((await getTicket(id)).messages.map(({ attachments }) => attachments.length)).toEqual([1, 1])
  await startJobs(jobsTable)
  await expect.poll(async () => (await getTicket(id)).suggestion?.status).toBe('ready')
  await stopJobs()
})

test('what is too much is refused whole, and nothing of it is kept', async () => {
  const headers = await apiHeaders()
  const before = await db().ticket.count()
  const send = (attachments: unknown) =>
    postTicket(apiRequest('/x', headers, ticketBody({ message: { text: 'x', attachments } })), undefined)
  const large = { ...picture, content: base64(Buffer.alloc(4_000_000)) }
  const half = { ...picture, content: base64(Buffer.alloc(2_500_000)) }
  expect((await send([large, large, half])).status).toBe(422)
  expect((await send([large, large, large, large])).status).toBe(413)
  expect((await send([{ ...picture, content: '!' }])).status).toBe(422)
  expect((await send([])).status).toBe(201)
  expect((await postTicket(apiRequest('/x', headers, ticketBody({ message: { attachments: [] } })), undefined)).status).toBe(422)
  expect(await db().ticket.count()).toBe(before + 1)
  expect(await db().attachment.count({ where: { sizeBytes: 4_000_000 } })).toBe(0)
})
