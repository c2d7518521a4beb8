import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { POST as runRoute } from '@/app/api/suggestions/[id]/run/route'
import { createSession } from '@/lib/auth/create-session'
import type { Agent } from '@/lib/auth/schema'
import { db } from '@/lib/db'
import { updateRule } from '@/lib/faq/update-rule'
import { savePromptTemplate } from '@/lib/settings/prompt-template'
import { getExplanation } from '@/lib/suggestions/get-explanation'
import { setEnv } from '../support/database'
import { draftsOf, makeReturnsRule, QUESTION, REPLY, someone, startDrafting, stopDrafting, waitForReadyDraft } from '../support/drafting'
import { FakeModel } from '../support/fake-model'
import { readEvents } from '../support/read-events'
import { makeAgent, makeTicket } from '../support/tickets'

const model = new FakeModel()
let agent: Agent
let headers: Record<string, string>
let ruleId: string
let ticketId: string
let suggestionId: string

beforeAll(async () => {
  await model.start()
  agent = await makeAgent()
  const { token } = await createSession(db(), { userId: agent.id, userAgent: null })
  headers = { cookie: `deskhand_session=${token}`, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }
})
beforeEach(async () => {
  await setEnv({ INFERENCE_URL: model.url })
  await db().faqRule.deleteMany()
  ruleId = (await makeReturnsRule()).id
  model.behaviour = { kind: 'reply', text: REPLY }
  await startDrafting()
  ticketId = (await makeTicket({ message: { text: `${QUESTION}，我电话13800001234` } })).id
  suggestionId = (await waitForReadyDraft(ticketId, { rung: 'model' })).id
})
afterAll(async () => {
  await stopDrafting()
  await model.stop()
})

const run = (how: string, id = suggestionId, sent = headers) =>
  runRoute(new Request(`http://desk.test/api/suggestions/${id}/run`, { method: 'POST', headers: sent, body: JSON.stringify({ how }) }), {
    params: Promise.resolve({ id }),
  })

it('the stored prompt goes to the model again as it was, and what it writes comes as it is written', async () => {
  const { prompt } = await getExplanation(suggestionId)
  expect(JSON.stringify(prompt)).not.toContain('13800001234')
  const again = REPLY.replace('您好，', '')
  model.behaviour = { kind: 'reply', text: again }
  const events = await readEvents(await run('same'))
  expect(events.filter(({ event }) => event === 'draft').length).toBeGreaterThan(2)
  expect(events.at(-1)).toMatchObject({
    event: 'result',
    data: { text: again, model: 'fake-model', promptTokens: 321, fallbackCause: null },
  })
  expect(model.requests.at(-1)?.messages).toEqual(prompt)
  expect(model.requests.at(-1)?.priority).toBe('interactive')
})

it('what goes round in circles is cut as in a draft', async () => {
  model.behaviour = { kind: 'reply', text: '运费由买家承担。'.repeat(40) }
  const { text } = ((await readEvents(await run('same'))).at(-1)?.data ?? {}) as { text: string }
  expect(text.length).toBeLessThan(60)
})

it('nothing of a run is kept but that it was run', async () => {
  const before = await draftsOf(ticketId)
  await readEvents(await run('same'))
  await readEvents(await run('today'))
  expect(await draftsOf(ticketId)).toEqual(before)
  expect(
    await db().auditEntry.findMany({ where: { subjectId: suggestionId }, select: { actorId: true, action: true, details: true } }),
  ).toEqual([
    { actorId: agent.id, action: 'suggestion.run_again', details: { how: 'same' } },
    { actorId: agent.id, action: 'suggestion.run_again', details: { how: 'today' } },
  ])
})

it('today’s run has today’s rules and prompt, and nothing that was said afterwards', async () => {
  await updateRule(someone, ruleId, 1, { answer: '签收后30天内可申请退货，退货运费由商家承担。' })
  const { version } = await savePromptTemplate({ ...agent, role: 'admin' }, { zh: '请用一句话回答。', en: 'One sentence.' }, 1)
  await db().message.create({ data: { ticketId, direction: 'incoming', text: '另外发票怎么开' } })
  const text = '签收后30天内可申请退货，退货运费由商家承担。[1]如有其他问题欢迎继续咨询。'
  model.behaviour = { kind: 'reply', text }
  const events = await readEvents(await run('today'))
  expect(events.at(-1)).toMatchObject({ event: 'result', data: { text, promptVersion: version, fallbackCause: null } })
  const asked = JSON.stringify(model.requests.at(-1)?.messages)
  expect(asked).toContain('请用一句话回答。')
  expect(asked).toContain('30天')
  expect(asked).not.toContain('发票')
  await db().promptTemplate.deleteMany()
})

it('is refused to strangers, and says what cannot be run', async () => {
  const { cookie: _cookie, ...stranger } = headers
  expect((await run('same', suggestionId, stranger)).status).toBe(401)
  expect((await run('sideways')).status).toBe(422)
  expect((await run('same', 'nonsense')).status).toBe(404)
  const gone = await readEvents(await run('same', randomUUID()))
  expect(gone.at(-1)).toMatchObject({ event: 'error', data: { error: { code: 'not_found' } } })
  await db().$executeRaw`update suggestion set prompt = null where id = ${suggestionId}::uuid`
  expect((await readEvents(await run('same'))).at(-1)).toMatchObject({ event: 'error', data: { error: { code: 'unprocessable' } } })
})

it('a model that is away is said to be', async () => {
  model.behaviour = { kind: 'status', status: 500 }
  expect((await readEvents(await run('same'))).at(-1)).toMatchObject({
    event: 'error',
    data: { error: { code: 'inference_unavailable' } },
  })
})
