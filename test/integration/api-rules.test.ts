import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DELETE, GET as getOne, PATCH } from '@/app/api/v1/rules/[id]/route'
import { GET as getExport } from '@/app/api/v1/rules/export/route'
import { POST as postImport } from '@/app/api/v1/rules/import/route'
import { GET as getList, POST as postRule } from '@/app/api/v1/rules/route'
import { POST as postSearch } from '@/app/api/v1/rules/search/route'
import { db } from '@/lib/db'
import { MAX_IMPORT_BYTES } from '@/lib/faq/read-import/schema'
import { apiHeaders, apiRequest } from '@/test/support/senders'

const RULE = { question: '怎么退货', answer: '七天内可以退。', language: 'zh', status: 'published' }
let headers: Record<string, string>
let reader: Record<string, string>
beforeAll(async () => {
  headers = await apiHeaders(['rules:read', 'rules:write'])
  reader = await apiHeaders(['rules:read'])
})
beforeEach(async () => {
  await db().faqRule.deleteMany()
  await db().faqImport.deleteMany()
})

const at = (id: string) => ({ params: Promise.resolve({ id }) })
const answer = async (response: Response | Promise<Response>) => ({ status: (await response).status, body: await (await response).json() })
const create = (body: unknown, extra: Record<string, string> = {}) =>
  answer(postRule(apiRequest('/api/v1/rules', { ...headers, ...extra }, body), undefined))
const change = (id: string, body: unknown) =>
  answer(PATCH(new Request('http://desk.test/x', { method: 'PATCH', headers, body: JSON.stringify(body) }), at(id)))

function bring(file: string | Buffer, { query = '', type = 'text/csv', key }: { query?: string; type?: string; key?: string } = {}) {
  const body = typeof file === 'string' ? file : new Uint8Array(file)
  const init = { method: 'POST', body, headers: { ...headers, 'content-type': type, ...(key && { 'idempotency-key': key }) } }
  return answer(postImport(new Request(`http://desk.test/api/v1/rules/import?${query}`, init), undefined))
}

describe('a rule over the API', () => {
  it('is made, read, listed, changed at its version, and archived', async () => {
    const made = await create({ ...RULE, externalId: 'A-1' })
    expect(made).toMatchObject({ status: 201, body: { ...RULE, externalId: 'A-1', version: 1, variants: [], validFrom: null } })
    const { warnings, ...rule } = made.body
    const { id } = rule
    expect(warnings).toEqual([])
    expect(await answer(getOne(apiRequest('/x', reader), at(id)))).toEqual({ status: 200, body: rule })
    expect((await answer(getList(apiRequest('/api/v1/rules?q=退货&status=published', reader), undefined))).body.items).toEqual([rule])
    expect(await change(id, { version: 1, answer: '十五天。' })).toMatchObject({ status: 200, body: { version: 2, answer: '十五天。' } })
    expect(await change(id, { version: 1, answer: 'x' })).toMatchObject({ status: 409, body: { error: { details: { version: 2 } } } })
    expect(await change(id, { answer: 'x' })).toMatchObject({ status: 422, body: { error: { details: [{ path: 'version' }] } } })
    const remove = () => answer(DELETE(new Request('http://desk.test/x', { method: 'DELETE', headers }), at(id)))
    expect(await remove()).toMatchObject({ status: 200, body: { status: 'archived', version: 3 } })
    expect(await remove()).toMatchObject({ status: 200, body: { status: 'archived', version: 3 } })
  })

  it('is one rule for one Idempotency-Key, however often and at once; with other words it is a conflict', async () => {
    const key = { 'idempotency-key': randomUUID() }
    const made = await Promise.all(Array.from({ length: 10 }, () => create(RULE, key)))
    expect(new Set(made.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1)
    expect(await db().faqRule.count()).toBe(1)
    expect((await create({ ...RULE, answer: 'other' }, key)).status).toBe(409)
    expect((await create(RULE, { ...key, ...(await apiHeaders()) })).body.id).not.toBe(made[0]?.body.id)
  })

  it('bears an external id that no other bears', async () => {
    await create({ ...RULE, externalId: 'A-1' })
    expect(await create({ ...RULE, externalId: 'A-1' })).toMatchObject({ status: 409, body: { error: { code: 'conflict' } } })
  })

  it('says what it repeats or contradicts, and is written all the same', async () => {
    const other = (await create(RULE)).body
    const draft = await create({ ...RULE, question: '怎么退货呀', answer: '十五天内可以退。', status: 'draft' })
    expect(draft).toMatchObject({ status: 201, body: { status: 'draft', warnings: [{ ruleId: other.id, kind: 'contradiction' }] } })
    expect(draft.body.warnings[0].differences).toMatchObject([{ kind: 'number', mine: '十五天', theirs: '七天' }])
    const published = await change(draft.body.id, { version: 1, status: 'published' })
    expect(published).toMatchObject({ status: 200, body: { status: 'published', warnings: [{ ruleId: other.id }] } })
    expect(await change(draft.body.id, { version: 2, answer: RULE.answer })).toMatchObject({ body: { warnings: [{ kind: 'same' }] } })
    expect(await change(draft.body.id, { version: 3, question: '怎么开发票', answer: '在订单里申请。' })).toMatchObject({
      body: { warnings: [] },
    })
    expect(await change(draft.body.id, { version: 4, question: RULE.question, status: 'archived' })).toMatchObject({
      body: { warnings: [] },
    })
  })

  it('is not to be had without the scope, and not found under an id that is none', async () => {
    const write = { ...RULE, version: 1 }
    const doors = [
      () => postRule(apiRequest('/x', reader, write), undefined),
      () => postImport(apiRequest('/x', reader, write), undefined),
      () => PATCH(apiRequest('/x', reader, write), at(randomUUID())),
      () => DELETE(apiRequest('/x', reader, write), at(randomUUID())),
    ]
    for (const door of doors) expect((await door()).status).toBe(403)
    expect((await getList(apiRequest('/x', {}), undefined)).status).toBe(401)
    expect((await getExport(apiRequest('/x', await apiHeaders(['tickets:read'])), undefined)).status).toBe(403)
    for (const id of ['x', randomUUID()]) expect((await getOne(apiRequest('/x', reader), at(id))).status).toBe(404)
  })
})

describe('a search over the API', () => {
  const search = (body: unknown) => answer(postSearch(apiRequest('/x', reader, body), undefined))

  it('finds what agents would get, with the parts of the score and the floor', async () => {
    const { body: rule } = await create(RULE)
    await create({ ...RULE, question: '怎么开发票', answer: '在订单页申请。' })
    const { status, body } = await search({ query: '请问怎么退货', limit: 1 })
    expect(status).toBe(200)
    expect(body).toMatchObject({ hasMatch: true, language: 'zh', floor: expect.any(Number) })
    expect(body.hits).toEqual([
      { rule: expect.objectContaining({ id: rule.id }), score: 1, isVerbatim: true, parts: expect.any(Object), floor: body.floor },
    ])
  })

  it('says so when no rule matches', async () => {
    await create(RULE)
    expect((await search({ query: '今天天气怎么样' })).body).toMatchObject({ hasMatch: false })
    expect((await search({ query: '' })).status).toBe(422)
  })
})

describe('an import over the API', () => {
  const CSV = 'externalId,question,answer\nA-1,怎么退货,七天\nA-2,怎么换货,\n'

  it('says what it would do, does all or nothing, or skips what is bad', async () => {
    const dry = await bring(CSV, { query: 'dryRun=1' })
    expect(dry).toMatchObject({
      status: 200,
      body: {
        format: 'csv',
        encoding: 'utf-8',
        rows: 2,
        counts: { create: 1, update: 0, unchanged: 0, bad: 1 },
        columns: [{ name: 'externalId', field: 'externalId', samples: ['A-1', 'A-2'] }, {}, {}],
        problems: [{ number: 3, question: '怎么换货', problems: [{ field: 'answer', kind: 'required' }] }],
        changes: [{ number: 2, action: 'create' }],
      },
    })
    expect(await bring(CSV)).toMatchObject({ status: 422, body: { error: { details: { reason: 'bad_rows', problems: [{ number: 3 }] } } } })
    expect(await db().faqRule.count()).toBe(0)
    expect(await bring(CSV, { query: 'mode=skip&status=published' })).toMatchObject({
      status: 200,
      body: { counts: { create: 1, bad: 1 } },
    })
    expect(await db().faqRule.findFirst()).toMatchObject({ externalId: 'A-1', status: 'published' })
  })

  it.each([
    ['application/json', '[{"question":"a","answer":"b"}]'],
    ['application/x-ndjson', '{"question":"a","answer":"b"}\n'],
    ['text/csv; charset=gb18030', 'question,answer\na,b\n'],
    ['application/octet-stream', '{"items":[{"question":"a","answer":"b"}]}'],
  ])('reads %s', async (type, text) => {
    expect(await bring(text, { type })).toMatchObject({ status: 200, body: { counts: { create: 1 } } })
  })

  it('with an Idempotency-Key is the same import again, with another file a conflict, and after a failure a new try', async () => {
    expect((await bring(CSV, { key: 'k' })).status).toBe(422)
    const first = await bring(CSV, { key: 'k2', query: 'mode=skip' })
    expect(await bring(CSV, { key: 'k2', query: 'mode=skip' })).toEqual(first)
    expect((await bring(`${CSV}x,y,z\n`, { key: 'k2', query: 'mode=skip' })).status).toBe(409)
    await db().faqRule.create({ data: { question: '怎么换货', answer: '可以', language: 'zh', externalId: 'A-2' } })
    expect((await bring('externalId,question,answer\nA-2,怎么换货,', { key: 'k' })).status).toBe(409)
    expect(await db().faqImport.count()).toBe(2)
  })

  it('says which rules repeat or contradict another, before and after, and brings them in all the same', async () => {
    await create(RULE)
    const file = [
      '问题,答案,状态',
      '退货怎么退,三十天内可以退。,published',
      '保修多久,保修一年。,published',
      '保修期多久,保修两年。,published',
      '怎么开发票,在订单里申请。,published',
      '怎么退货,五天内可以退。,draft',
    ].join('\n')
    const plan = await bring(file, { query: 'dryRun=1' })
    expect(plan).toMatchObject({ status: 200, body: { checked: { rules: 4, of: 4 } } })
    expect(plan.body.warnings).toMatchObject([
      { ruleId: null, number: 3, worst: { ruleId: null, number: 4, kind: 'contradiction' } },
      { ruleId: null, number: 4, worst: { ruleId: null, number: 3, kind: 'contradiction' } },
    ])
    const done = await bring(file)
    expect(done).toMatchObject({ status: 200, body: { counts: { create: 4, update: 1 }, checked: { rules: 4, of: 4 } } })
    const warned = done.body.warnings.map(({ question, worst }: { question: string; worst: { question: string } }) => [
      question,
      worst.question,
    ])
    expect(warned).toEqual([
      ['保修多久', '保修期多久'],
      ['保修期多久', '保修多久'],
    ])
  })

  it('names a bad row by its question, also where that holds what no database can keep', async () => {
    const rows = [{ question: 'a\u0000b\ud83d?', answer: 'x', language: 'en', externalId: 'half\ud83d' }]
    const refused = await bring(JSON.stringify(rows), { type: 'application/json', query: 'fileName=%00rules.json' })
    expect(refused).toMatchObject({
      status: 422,
      body: {
        error: {
          details: { reason: 'bad_rows', problems: [{ question: 'ab\ufffd?', problems: [{ field: 'externalId', kind: 'invalid' }] }] },
        },
      },
    })
    expect(await db().faqImport.count({ where: { status: 'running' } })).toBe(0)
  })

  it('refuses what it cannot read, clearly', async () => {
    expect(await bring(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))).toMatchObject({
      status: 422,
      body: { error: { details: { reason: 'old_excel' } } },
    })
    expect((await bring(Buffer.alloc(MAX_IMPORT_BYTES + 1))).status).toBe(413)
    expect((await bring(CSV, { query: 'mode=some' })).status).toBe(422)
    expect((await bring(CSV, { query: 'mapping=[' })).status).toBe(422)
    expect((await bring(CSV, { query: 'timeZone=Mars/North' })).status).toBe(422)
  })
})

describe('an export over the API', () => {
  it('is a download in the format that is asked for', async () => {
    await create({ ...RULE, externalId: 'A-1' })
    const get = (query: string) => getExport(apiRequest(`/api/v1/rules/export?${query}`, reader), undefined)
    const csv = await get('format=csv')
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(csv.headers.get('content-disposition')).toMatch(/^attachment; filename="deskhand-rules-\d{4}-\d\d-\d\d\.csv"$/)
    expect(await (await get('format=ndjson')).json()).toMatchObject({ ...RULE, externalId: 'A-1' })
    expect(Buffer.from(await (await get('format=xlsx')).arrayBuffer()).toString('latin1', 0, 2)).toBe('PK')
    expect((await get('format=pdf')).status).toBe(422)
  })

  // Stored as a day in the year 10000, such a rule read back as no date at all and broke every export in the middle.
  it('holds a rule that was imported as one that never ends', async () => {
    const file = 'question,answer,language,validUntil\nHow long is the warranty?,For ever.,en,9999-12-31\n'
    expect((await bring(file, { query: 'timeZone=America/New_York' })).status).toBe(200)
    const response = await getExport(apiRequest('/api/v1/rules/export?format=ndjson&q=warranty', reader), undefined)
    expect(await response.json()).toMatchObject({ validUntil: '9999-12-31T23:59:59.999Z' })
  })
})
