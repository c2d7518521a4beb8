import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { POST as postMessage } from '@/app/api/v1/tickets/[id]/messages/route'
import { POST as postReply } from '@/app/api/v1/tickets/[id]/reply/route'
import { GET as getOne } from '@/app/api/v1/tickets/[id]/route'
import { POST as postSuggestion } from '@/app/api/v1/tickets/[id]/suggestion/route'
import { GET as getList, POST as postTicket } from '@/app/api/v1/tickets/route'
import { db } from '@/lib/db'
import { startJobs, stopJobs } from '@/lib/jobs'
import { jobsTable } from '@/lib/jobs-table'
import { setEnv } from '@/test/support/database'
import { apiHeaders, apiRequest, ticketBody } from '@/test/support/senders'
import { finishDraft } from '@/test/support/tickets'

let headers: Record<string, string>
beforeAll(async () => {
  headers = await apiHeaders()
})

const at = (id: string) => ({ params: Promise.resolve({ id }) })

async function create(fields = {}, extra: Record<string, string> = {}) {
  const response = await postTicket(apiRequest('/api/v1/tickets', { ...headers, ...extra }, ticketBody(fields)), undefined)
  return { status: response.status, body: await response.json() }
}

async function read(id: string) {
  const response = await getOne(apiRequest(`/api/v1/tickets/${id}`, headers), at(id))
  return { status: response.status, body: await response.json() }
}

test('a ticket is made and read back in one and the same shape', async () => {
  const { status, body } = await create({ contact: { name: '李雷', externalId: 'c-1' }, externalId: 'shape' })
  expect(status).toBe(201)
  expect(body).toEqual({
    id: expect.any(String),
    number: expect.any(Number),
    subject: '耳机还没发货',
    status: 'open',
    priority: 'normal',
    language: 'zh',
    tags: [],
    isGap: false,
    createdAt: expect.stringMatching(/^\d{4}-.*Z$/),
    activeAt: expect.any(String),
    snoozedUntil: null,
    mergedInto: null,
    firstResponseDueAt: null,
    resolutionDueAt: null,
    contact: { id: expect.any(String), name: '李雷', email: null, phone: null, externalId: 'c-1' },
    assignee: null,
    channel: { id: expect.any(String), name: 'API', outgoingKind: 'none' },
    messages: [
      {
        id: expect.any(String),
        direction: 'incoming',
        text: '我昨天买的耳机还没发货，怎么回事？',
        createdAt: expect.any(String),
        suggestionId: null,
        author: null,
        attachments: [],
      },
    ],
    suggestion: expect.objectContaining({ status: 'pending', rung: null, text: '', rules: [], model: null, promptVersion: null, ms: null }),
  })
  expect(await read(body.id)).toEqual({ status: 200, body })
})

test('the same Idempotency-Key twenty times at once is one ticket; with another body it is a conflict', async () => {
  const key = { 'idempotency-key': randomUUID() }
  const made = await Promise.all(Array.from({ length: 20 }, () => create({ subject: 'once' }, key)))
  expect(new Set(made.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1)
  expect(await db().ticket.count({ where: { subject: 'once' } })).toBe(1)
  expect(await create({ subject: 'twice' }, key)).toMatchObject({ status: 409, body: { error: { code: 'conflict' } } })
})

test('two callers may choose the same Idempotency-Key', async () => {
  const key = { 'idempotency-key': 'same' }
  const first = await create({}, key)
  const other = await apiHeaders(['tickets:write'])
  expect((await create({}, { ...key, ...other })).body.id).not.toBe(first.body.id)
})

test('without a key, or with one that lacks the scope, the doors are shut', async () => {
  const reader = await apiHeaders(['tickets:read'])
  const send = (given: Record<string, string>) => postTicket(apiRequest('/api/v1/tickets', given, ticketBody()), undefined)
  expect((await send({})).status).toBe(401)
  expect((await send({ authorization: 'Bearer dh_00000000000000000000000000000000' })).status).toBe(401)
  expect((await send(reader)).status).toBe(403)
  const { body } = await create()
  const writer = await apiHeaders(['tickets:write'])
  expect((await getOne(apiRequest(`/api/v1/tickets/${body.id}`, writer), at(body.id))).status).toBe(403)
  for (const door of [postMessage, postReply, postSuggestion]) {
    expect((await door(apiRequest('/x', reader, { text: 'x' }), at(body.id))).status).toBe(403)
  }
})

test('an id that is none, or nobody has, is not found', async () => {
  for (const id of ['x', randomUUID()]) {
    expect((await read(id)).status).toBe(404)
    expect((await postMessage(apiRequest('/x', headers, { message: { text: 'x' } }), at(id))).status).toBe(404)
    expect((await postReply(apiRequest('/x', headers, { text: 'x' }), at(id))).status).toBe(404)
  }
})

test('a further message joins the ticket once, and its key is spent', async () => {
  const { body } = await create()
  const keyed = { ...headers, 'idempotency-key': 'further' }
  const send = (text: string) => postMessage(apiRequest('/x', keyed, { message: { text } }), at(body.id))
  expect((await send('还有，发票呢？')).status).toBe(201)
  expect((await send('还有，发票呢？')).status).toBe(201)
  expect((await send('别的话')).status).toBe(409)
  expect((await read(body.id)).body.messages.map(({ text }: { text: string }) => text)).toEqual([
    '我昨天买的耳机还没发货，怎么回事？',
    '还有，发票呢？',
  ])
})

test('a reply from the draft makes the ticket wait, once per key', async () => {
  const { body } = await create()
  const suggestionId = await finishDraft(body, '会尽快发货[1]。如有其他问题欢迎继续咨询。')
  const keyed = { ...headers, 'idempotency-key': 'reply' }
  const send = () => postReply(apiRequest('/x', keyed, { text: '会尽快发货[1]。如有其他问题欢迎继续咨询。', suggestionId }), at(body.id))
  const [first, second] = await Promise.all([send(), send()])
  expect([first.status, second.status]).toEqual([201, 201])
  const ticket = (await read(body.id)).body
  expect(ticket).toMatchObject({ status: 'waiting', suggestion: { status: 'sent_as_is' } })
  expect(ticket.messages).toHaveLength(2)
  expect(ticket.messages[1]).toMatchObject({ direction: 'outgoing', text: '会尽快发货。如有其他问题欢迎继续咨询。', suggestionId })
})

test('drafting again answers 202 with the pending draft when nobody drafts in time', async () => {
  await setEnv({ SUGGESTION_TIMEOUT_MS: '500' })
  const { body } = await create()
  const response = await postSuggestion(apiRequest('/x', headers, {}), at(body.id))
  const draft = await response.json()
  expect(response.status).toBe(202)
  expect(draft).toMatchObject({ status: 'pending' })
  expect(draft.id).not.toBe(body.suggestion.id)
})

test('drafting again answers with the draft once it is made, also without any model', async () => {
  const { body } = await create()
  await startJobs(jobsTable)
  const response = await postSuggestion(apiRequest('/x', headers, {}), at(body.id))
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({ status: 'ready', rung: 'holding', text: expect.stringMatching(/.+/) })
  await stopJobs()
})

test('a list is read to its end page by page, each ticket once, and narrowed by every filter', async () => {
  const tag = `t-${randomUUID().slice(0, 8)}`
  const made = []
  for (let index = 0; index < 5; index++) made.push((await create({ tags: [tag], subject: `paged ${index}` })).body.id)
  const seen: string[] = []
  let cursor = ''
  do {
    const response = await getList(apiRequest(`/api/v1/tickets?tag=${tag}&limit=2${cursor && `&cursor=${cursor}`}`, headers), undefined)
    const page = await response.json()
    expect(page.items.length).toBeLessThanOrEqual(2)
    seen.push(...page.items.map(({ id }: { id: string }) => id))
    cursor = page.nextCursor
  } while (cursor)
  expect(seen).toEqual(made.reverse())
  const list = async (query: string) => (await (await getList(apiRequest(`/api/v1/tickets?${query}`, headers), undefined)).json()).items
  expect(await list(`tag=${tag}&status=resolved`)).toEqual([])
  expect(await list(`tag=${tag}&assignee=none`)).toHaveLength(5)
  expect(await list(`tag=${tag}&q=paged%203`)).toHaveLength(1)
})

test.each(['status=lost', 'limit=0', 'limit=x', 'assignee=me', 'cursor=nonsense'])(
  'a list asked for %s is refused clearly',
  async (query) => {
    const response = await getList(apiRequest(`/api/v1/tickets?${query}`, headers), undefined)
    expect([400, 422]).toContain(response.status)
  },
)
