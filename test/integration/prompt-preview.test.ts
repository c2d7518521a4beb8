import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { POST as previewRoute } from '@/app/api/settings/prompt/preview/route'
import { createSession } from '@/lib/auth/create-session'
import { db } from '@/lib/db'
import type { FoundShape, TryShape } from '@/lib/suggestions/try-shape'
import { createUser } from '@/test/support/create-user'
import { setEnv } from '../support/database'
import { makeReturnsRule, QUESTION, REPLY, stopDrafting } from '../support/drafting'
import { FakeModel } from '../support/fake-model'
import { readEvents } from '../support/read-events'
import { makeAgent, makeTicket } from '../support/tickets'

const model = new FakeModel()
const template = { zh: '只用一句话回答。', en: 'Answer in one sentence.' }
let headers: Record<string, string>
let ruleId: string

const sessionOf = async (userId: string) => {
  const { token } = await createSession(db(), { userId, userAgent: null })
  return { cookie: `deskhand_session=${token}`, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }
}

beforeAll(async () => {
  await model.start()
  ruleId = (await makeReturnsRule()).id
  const admin = await createUser({ email: 'a@desk.test', name: 'Admin', password: 'a long enough password', role: 'admin' })
  headers = await sessionOf(admin.id)
})
beforeEach(async () => {
  await setEnv({ INFERENCE_URL: model.url })
  model.behaviour = { kind: 'reply', text: REPLY }
})
afterAll(async () => {
  await stopDrafting()
  await model.stop()
})

const preview = (body: object, sent = headers) =>
  previewRoute(
    new Request('http://desk.test/api/settings/prompt/preview', { method: 'POST', headers: sent, body: JSON.stringify(body) }),
    undefined,
  )

type Events = Awaited<ReturnType<typeof readEvents>>
const foundIn = (events: Events) => (events[0]?.data ?? {}) as FoundShape
const resultIn = (events: Events) => (events.at(-1)?.data ?? {}) as TryShape

it('a text that is not saved is tried by the code that drafts, and shown as the model got it', async () => {
  const events = await readEvents(await preview({ template, on: { kind: 'question', question: `${QUESTION}，我电话13800001234` } }))
  expect(foundIn(events).hits[0]?.id).toBe(ruleId)
  expect(events.filter(({ event }) => event === 'draft').length).toBeGreaterThan(2)
  const { prompt, rung, text } = resultIn(events)
  expect({ rung, text }).toEqual({ rung: 'model', text: REPLY })
  expect(prompt?.[0]).toEqual({ role: 'system', content: template.zh })
  expect(prompt).toEqual(model.requests.at(-1)?.messages)
  expect(JSON.stringify(prompt)).not.toContain('13800001234')
})

it('a ticket is tried as it stands, without what only colleagues see', async () => {
  const { id } = await makeTicket({ subject: '退货', message: { text: QUESTION } })
  await db().message.create({ data: { ticketId: id, direction: 'note', text: '这位客户很急' } })
  await readEvents(await preview({ template, on: { kind: 'ticket', ticketId: id } }))
  const asked = JSON.stringify(model.requests.at(-1)?.messages)
  expect(asked).toContain(QUESTION)
  expect(asked).not.toContain('很急')
  const gone = await readEvents(await preview({ template, on: { kind: 'ticket', ticketId: randomUUID() } }))
  expect(gone.at(-1)).toMatchObject({ event: 'error', data: { error: { code: 'not_found' } } })
})

it('what a rule answers word for word is shown to the model all the same', async () => {
  const before = model.requests.length
  const events = await readEvents(await preview({ template, on: { kind: 'question', question: '退货要自己出运费吗' } }))
  expect(foundIn(events).hits[0]?.isVerbatim).toBe(true)
  expect(resultIn(events).prompt).not.toBeNull()
  expect(model.requests.length).toBe(before + 1)
})

it('nothing is stored, and nothing is answered from the cache', async () => {
  const drafts = await db().suggestion.count()
  const asked = model.requests.length
  const on = { kind: 'question', question: QUESTION }
  for (const zh of ['甲', '甲']) await readEvents(await preview({ template: { ...template, zh }, on }))
  expect(model.requests.length).toBe(asked + 2)
  expect(await db().suggestion.count()).toBe(drafts)
  expect(await db().promptTemplate.count()).toBe(0)
})

it('is for admins, and for texts that could be saved', async () => {
  const on = { kind: 'question', question: QUESTION }
  expect((await preview({ template, on }, await sessionOf((await makeAgent()).id))).status).toBe(403)
  const { cookie: _cookie, ...stranger } = headers
  expect((await preview({ template, on }, stranger)).status).toBe(401)
  expect((await preview({ template: { zh: ' ', en: 'x' }, on })).status).toBe(422)
  expect((await preview({ template, on: { kind: 'question', question: '' } })).status).toBe(422)
})
