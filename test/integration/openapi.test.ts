import { type Schema, Validator } from '@cfworker/json-schema'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GET as getHealth } from '@/app/api/health/route'
import { GET as getDocument } from '@/app/api/openapi.json/route'
import { GET as getReady } from '@/app/api/ready/route'
import { DELETE as deleteRule, GET as getRule, PATCH as patchRule } from '@/app/api/v1/rules/[id]/route'
import { POST as postImport } from '@/app/api/v1/rules/import/route'
import { GET as getRules, POST as postRule } from '@/app/api/v1/rules/route'
import { POST as postSearch } from '@/app/api/v1/rules/search/route'
import { POST as postSuggest } from '@/app/api/v1/suggest/route'
import { POST as postMessage } from '@/app/api/v1/tickets/[id]/messages/route'
import { POST as postReply } from '@/app/api/v1/tickets/[id]/reply/route'
import { GET as getTicket } from '@/app/api/v1/tickets/[id]/route'
import { POST as postSuggestion } from '@/app/api/v1/tickets/[id]/suggestion/route'
import { GET as getTickets, POST as postTicket } from '@/app/api/v1/tickets/route'
import { createChannel } from '@/lib/channels/create-channel'
import { startJobs, stopJobs } from '@/lib/jobs'
import { jobsTable } from '@/lib/jobs-table'
import { apiHeaders, apiRequest, postWebhookBody, ticketBody } from '@/test/support/senders'

type Media = { schema: Schema }
type Document = {
  paths: Record<string, Record<string, { responses: Record<string, { content: Record<string, Media> }> }>>
  components: { schemas: Record<string, Schema> }
}

let document: Document
let headers: Record<string, string>

beforeAll(async () => {
  document = await (await getDocument(new Request('http://desk.test/api/openapi.json'), undefined)).json()
  headers = await apiHeaders()
  await startJobs(jobsTable)
})
afterAll(stopJobs)

const at = (id: string) => ({ params: Promise.resolve({ id }) })

/** The same schema, but with no room for a field that it does not name. */
function closed<T>(schema: T): T {
  if (typeof schema !== 'object' || schema === null) return schema
  if (Array.isArray(schema)) return schema.map(closed) as T
  const parts = Object.fromEntries(Object.entries(schema).map(([key, part]) => [key, closed(part)]))
  return ('properties' in parts && !('additionalProperties' in parts) ? { ...parts, additionalProperties: false } : parts) as T
}

/** The answer is what the document says of this operation and status, with no field missing and none left unsaid (lib/openapi/answers.ts). */
async function expectAsDescribed(operation: string, answer: Response | Promise<Response>, status: number) {
  const response = await answer
  const body = await response.json()
  expect(response.status, JSON.stringify(body)).toBe(status)
  const [method = '', path = ''] = operation.split(' ')
  const schema = document.paths[path]?.[method]?.responses[status]?.content['application/json']?.schema
  expect(schema, `${operation} ${status} is described`).toBeDefined()
  const validator = new Validator(closed({ ...schema, components: document.components }) as Schema, '2020-12', false)
  const { errors } = validator.validate(body)
  const differences = errors.map(({ instanceLocation, error }) => `${instanceLocation}: ${error}`)
  expect(differences, `${operation}: say the fields of its answer in lib/openapi/answers.ts`).toEqual([])
  return body
}

describe('what the doors answer is what the OpenAPI document says', () => {
  it('of tickets, from the first message to the reply', { timeout: 60_000 }, async () => {
    const file = { name: 'invoice.txt', contentType: 'text/plain', content: Buffer.from('42').toString('base64') }
    const body = ticketBody({ message: { text: '我昨天买的耳机还没发货，怎么回事？', attachments: [file] } })
    const ticket = await expectAsDescribed('post /api/v1/tickets', postTicket(apiRequest('/x', headers, body), undefined), 201)
    expect(ticket.messages[0].attachments).toHaveLength(1)
    const [one] = ['/api/v1/tickets/{id}']
    await expectAsDescribed(`get ${one}`, getTicket(apiRequest('/x', headers), at(ticket.id)), 200)
    await expectAsDescribed('get /api/v1/tickets', getTickets(apiRequest('/api/v1/tickets?limit=1', headers), undefined), 200)
    const further = { message: { text: '还有，发票呢？' } }
    await expectAsDescribed(`post ${one}/messages`, postMessage(apiRequest('/x', headers, further), at(ticket.id)), 201)
    await expectAsDescribed(`post ${one}/suggestion`, postSuggestion(apiRequest('/x', headers, {}), at(ticket.id)), 200)
    const reply = { text: '明天发货。' }
    const replied = await expectAsDescribed(`post ${one}/reply`, postReply(apiRequest('/x', headers, reply), at(ticket.id)), 201)
    expect(replied.messages).toHaveLength(3)
  })

  it('of a ticket that a webhook has brought, whose reply leaves through its channel', async () => {
    const channel = await createChannel({ name: 'shop', outgoingKind: 'webhook', outgoingUrl: 'https://shop.example/in' })
    const received = await expectAsDescribed('post /api/webhooks/{channelId}', postWebhookBody(channel, ticketBody()), 200)
    const reply = apiRequest('/x', headers, { text: '明天发货。' })
    const replied = await expectAsDescribed('post /api/v1/tickets/{id}/reply', postReply(reply, at(received.ticketId)), 201)
    expect(replied.messages.at(-1).delivery).toBeDefined()
  })

  it('of rules and drafts', async () => {
    const body = { question: '怎么退货', answer: '签收后七天内可以退货，运费由我们承担。', language: 'zh', status: 'published' }
    const rule = await expectAsDescribed('post /api/v1/rules', postRule(apiRequest('/x', headers, body), undefined), 201)
    await expectAsDescribed('get /api/v1/rules', getRules(apiRequest('/api/v1/rules?limit=1', headers), undefined), 200)
    await expectAsDescribed('get /api/v1/rules/{id}', getRule(apiRequest('/x', headers), at(rule.id)), 200)
    const search = { query: '我想退货怎么弄' }
    const found = await expectAsDescribed('post /api/v1/rules/search', postSearch(apiRequest('/x', headers, search), undefined), 200)
    expect(found.hits).toHaveLength(1)
    const asked = { question: '怎么退货' }
    const draft = await expectAsDescribed('post /api/v1/suggest', postSuggest(apiRequest('/x', headers, asked), undefined), 200)
    expect(draft.rules).toHaveLength(1)
    const change = new Request('http://desk.test/x', { method: 'PATCH', headers, body: JSON.stringify({ version: 1, answer: '十天。' }) })
    await expectAsDescribed('patch /api/v1/rules/{id}', patchRule(change, at(rule.id)), 200)
    await expectAsDescribed(
      'delete /api/v1/rules/{id}',
      deleteRule(new Request('http://desk.test/x', { method: 'DELETE', headers }), at(rule.id)),
      200,
    )
  })

  it.each(['', '&dryRun=1'])('of an import with a bad row%s', async (query) => {
    const csv = 'question,answer,language,status\n怎么换货,七天内可以换。,zh,published\n,没有问题,zh,\n'
    const request = new Request(`http://desk.test/api/v1/rules/import?mode=skip${query}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'text/csv' },
      body: csv,
    })
    const { problems } = await expectAsDescribed('post /api/v1/rules/import', postImport(request, undefined), 200)
    expect(problems).toHaveLength(1)
  })

  it('of errors', async () => {
    const bad = apiRequest('/x', headers, { subject: '' })
    await expectAsDescribed('post /api/v1/tickets', postTicket(bad, undefined), 422)
    await expectAsDescribed('get /api/v1/rules', getRules(apiRequest('/x', {}), undefined), 401)
    const reader = await apiHeaders(['rules:read'])
    await expectAsDescribed('get /api/v1/tickets', getTickets(apiRequest('/x', reader), undefined), 403)
    await expectAsDescribed('get /api/v1/rules/{id}', getRule(apiRequest('/x', headers), at('no-id')), 404)
  })

  it('of health', async () => {
    await expectAsDescribed('get /api/health', getHealth(), 200)
    await expectAsDescribed('get /api/ready', getReady(new Request('http://desk.test/x'), undefined), 503)
  })
})
