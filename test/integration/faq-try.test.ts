import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { GET as pick } from '@/app/api/faq/pick/route'
import { POST as tryQuestion } from '@/app/api/faq/try/route'
import { createSession } from '@/lib/auth/create-session'
import { db } from '@/lib/db'
import { addVariant } from '@/lib/faq/add-variant'
import { createRule } from '@/lib/faq/create-rule'
import { getRule } from '@/lib/faq/get-rule'
import { connectRedis, redis } from '@/lib/redis'
import { clearLocalAnswers } from '@/lib/suggestions/answer-cache/answer-cache'
import { listCachedAnswers } from '@/lib/suggestions/answer-cache/list-cached-answers'
import { suggest } from '@/lib/suggestions/suggest'
import type { FoundShape, TryShape } from '@/lib/suggestions/try-shape'
import { setEnv } from '../support/database'
import { makeReturnsRule, QUESTION, REPLY, someone, stopDrafting } from '../support/drafting'
import { FakeModel } from '../support/fake-model'
import { readEvents } from '../support/read-events'
import { makeAgent } from '../support/tickets'

const model = new FakeModel()
let headers: Record<string, string> = {}
let ruleId = ''

beforeAll(async () => {
  await model.start()
  ruleId = (await makeReturnsRule()).id
  const { token } = await createSession(db(), { userId: (await makeAgent()).id, userAgent: null })
  headers = { cookie: `deskhand_session=${token}`, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }
})

beforeEach(async () => {
  await setEnv({ INFERENCE_URL: model.url })
  model.behaviour = { kind: 'reply', text: REPLY }
})

afterAll(async () => {
  await stopDrafting()
  await model.stop()
})

const ask = (body: object) =>
  tryQuestion(new Request('http://desk.test/api/faq/try', { method: 'POST', headers, body: JSON.stringify(body) }), undefined)

describe('a question that is tried', () => {
  it('shows the hits with their parts and the floor, the draft as it grows, and the prompt as it was sent', async () => {
    const events = await readEvents(await ask({ question: `${QUESTION}，我电话13800001234` }))
    expect(events[0]?.event).toBe('found')
    const found = events[0]?.data as FoundShape
    expect(found).toMatchObject({ language: 'zh', hasMatch: true, hits: [{ id: ruleId, position: 1, isVerbatim: false }] })
    expect(found.question).not.toContain('13800001234')
    const [hit] = found.hits
    expect(hit?.parts.words).toBeGreaterThan(0)
    expect(hit?.score).toBeGreaterThanOrEqual(hit?.floor ?? 1)
    expect(events.filter(({ event }) => event === 'draft').length).toBeGreaterThan(2)
    const result = events.at(-1)
    expect(result).toMatchObject({ event: 'result', data: { rung: 'model', text: REPLY, usage: { promptTokens: 321 }, unusedText: null } })
    const { prompt } = (result?.data ?? {}) as TryShape
    expect(prompt).toEqual(model.requests.at(-1)?.messages)
  })

  it('may follow on what was said before, as in a ticket', async () => {
    const turns = [
      { from: 'customer', text: QUESTION },
      { from: 'agent', text: '可以的。' },
    ]
    const events = await readEvents(await ask({ question: '那运费呢', turns }))
    const found = events[0]?.data as FoundShape
    expect(found.question).toContain(QUESTION)
    expect(JSON.stringify(model.requests.at(-1)?.messages)).toContain('可以的。')
    expect((await ask({ question: '那运费呢', turns: [{ from: 'system', text: 'x' }] })).status).toBe(422)
  })

  it('shows what the model wrote when that is not used', async () => {
    const bad = REPLY.replace('3个工作日', '1个工作日')
    model.behaviour = { kind: 'reply', text: bad }
    const events = await readEvents(await ask({ question: `${QUESTION}？急，我电话13800001234` }))
    expect(events.at(-1)?.data).toMatchObject({ rung: 'extractive', fallbackCause: 'ungrounded', unusedText: bad })
  })

  it('stores nothing', async () => {
    await readEvents(await ask({ question: QUESTION }))
    expect(await db().suggestion.count()).toBe(0)
    expect(await db().ticket.count()).toBe(0)
  })

  it('leaves the shared answers as they were: none is kept or counted, and one that is there is shown, or passed over', async () => {
    await connectRedis()
    await redis()?.flushdb()
    clearLocalAnswers()
    const result = async (body: object = {}) => (await readEvents(await ask({ question: QUESTION, ...body }))).at(-1)?.data as TryShape
    expect(await result()).toMatchObject({ rung: 'model', isCached: false })
    expect(await result()).toMatchObject({ rung: 'model', isCached: false })
    expect(await listCachedAnswers({ limit: 10 })).toEqual([])

    // A program that asks shares its answer, as a ticket does.
    expect(await suggest({ question: QUESTION })).toMatchObject({ rung: 'model' })
    expect(await result()).toMatchObject({ rung: 'cache', text: REPLY, prompt: null, isCached: true })
    expect(await listCachedAnswers({ limit: 10 })).toMatchObject([{ hits: 0, state: 'served' }])
    const other = REPLY.replace('您好，', '')
    model.behaviour = { kind: 'reply', text: other }
    const forced = await result({ asksModel: true })
    expect(forced).toMatchObject({ rung: 'model', text: other, isCached: false, passedOver: REPLY })
    expect(forced.prompt).toEqual(model.requests.at(-1)?.messages)
    expect(await listCachedAnswers({ limit: 10 })).toMatchObject([{ hits: 0, answer: { text: REPLY } }])
    expect(await suggest({ question: QUESTION })).toMatchObject({ rung: 'cache', text: REPLY })
    expect(await listCachedAnswers({ limit: 10 })).toMatchObject([{ hits: 1 }])
  })

  it('is refused to strangers, to other sites and without words', async () => {
    headers = { ...headers, 'sec-fetch-site': 'cross-site' }
    expect((await ask({ question: QUESTION })).status).toBe(403)
    headers = { ...headers, 'sec-fetch-site': 'same-origin' }
    expect((await ask({ question: '  ' })).status).toBe(422)
    const { cookie: _cookie, ...stranger } = headers
    const request = new Request('http://desk.test/api/faq/try', { method: 'POST', headers: stranger, body: '{}' })
    expect((await tryQuestion(request, undefined)).status).toBe(401)
  })
})

describe('a wrong hit', () => {
  it('is corrected: the question becomes a variant, and the rule answers it word for word', async () => {
    const rule = await createRule(someone, {
      question: '可以开发票吗',
      answer: '可以，下单时填写抬头。',
      language: 'zh',
      status: 'published',
    })
    const taught = await addVariant(someone, rule, '能不能给我弄张票报销')
    expect(taught).toMatchObject({ version: 2, variants: ['能不能给我弄张票报销'] })
    const events = await readEvents(await ask({ question: '能不能给我弄张票报销？' }))
    expect(events.at(-1)?.data).toMatchObject({
      rung: 'verbatim',
      prompt: null,
      rules: expect.arrayContaining([expect.objectContaining({ id: rule.id, cited: true })]),
    })
  })

  it('is corrected by admins alone, and never over a change that was not seen', async () => {
    const rule = await getRule(ruleId)
    await expect(addVariant({ id: randomUUID(), role: 'agent' }, rule, '运费谁出')).rejects.toMatchObject({ code: 'forbidden' })
    await addVariant(someone, rule, '运费谁出')
    await expect(addVariant(someone, rule, '邮费谁出')).rejects.toMatchObject({ code: 'conflict', details: { version: rule.version + 1 } })
  })
})

describe('the rules to choose from', () => {
  it('are those that answer what is typed, then those that contain it; drafts are not among them', async () => {
    const draft = await createRule(someone, { question: '怎样修改收货地址', answer: '在订单页修改。', language: 'zh', status: 'draft' })
    const list = async (q: string) => {
      const request = new Request(`http://desk.test/api/faq/pick?${new URLSearchParams({ q })}`, { headers })
      const { items } = (await (await pick(request, undefined)).json()) as { items: { id: string }[] }
      return items.map(({ id }) => id)
    }
    expect((await list('运费谁承担'))[0]).toBe(ruleId)
    expect(await list('收货地址')).not.toContain(draft.id)
    expect(new Set(await list('')).size).toBe((await list('')).length)
  })
})
