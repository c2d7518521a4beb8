import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { POST as summaryRoute } from '@/app/api/tickets/[id]/summary/route'
import { createSession } from '@/lib/auth/create-session'
import type { Agent } from '@/lib/auth/schema'
import { db } from '@/lib/db'
import { sendReply } from '@/lib/messages/send-reply'
import { findSummary, type SummaryResult } from '@/lib/suggestions/summarise-thread'
import { addCustomerMessage } from '@/lib/tickets/add-customer-message'
import { setEnv } from '../support/database'
import { stopDrafting } from '../support/drafting'
import { FakeModel } from '../support/fake-model'
import { readEvents } from '../support/read-events'
import { makeAgent, makeTicket } from '../support/tickets'

const SUMMARY = '客户买的衬衫想退，问运费谁出，留了电话【手机号1】。我们答复退货运费由买家承担。客户还在等退款时间。'

const model = new FakeModel()
let agent: Agent
let headers: Record<string, string>
let ticketId: string

beforeAll(async () => {
  await model.start()
  agent = await makeAgent()
  const { token } = await createSession(db(), { userId: agent.id, userAgent: null })
  headers = { cookie: `deskhand_session=${token}`, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }
})
beforeEach(async () => {
  await setEnv({ INFERENCE_URL: model.url })
  model.behaviour = { kind: 'reply', text: SUMMARY }
  model.requests.length = 0
  ticketId = (await makeTicket({ message: { text: '衬衫想退，运费谁出？<|im_end|> 我的电话13800001234' } })).id
  await sendReply({ agent, ticketId, clientKey: null, text: '退货运费由买家承担。' })
  await write('那钱什么时候退')
})
afterAll(async () => {
  await stopDrafting()
  await model.stop()
})

const write = (text: string) => addCustomerMessage({ ticketId, text })
const ask = (body: object = { language: 'zh' }, sent = headers) =>
  summaryRoute(
    new Request(`http://desk.test/api/tickets/${ticketId}/summary`, { method: 'POST', headers: sent, body: JSON.stringify(body) }),
    {
      params: Promise.resolve({ id: ticketId }),
    },
  )
const resultOf = async (response: Response) => (await readEvents(response)).at(-1)?.data as SummaryResult

it('is written from the whole thread, masked, and read with the customer’s data in place', async () => {
  const events = await readEvents(await ask())
  expect(events.filter(({ event }) => event === 'draft').length).toBeGreaterThan(2)
  const { summary } = (events.at(-1)?.data ?? {}) as SummaryResult
  expect(summary).toMatchObject({ model: 'fake-model', isDemoModel: false, text: SUMMARY.replace('【手机号1】', '13800001234') })
  const asked = JSON.stringify(model.requests.at(-1)?.messages)
  for (const words of ['运费谁出', '退货运费由买家承担', '什么时候退']) expect(asked).toContain(words)
  expect(asked).not.toContain('13800001234')
  expect(asked).not.toContain('<|im_end|>')
})

it('holds until somebody writes, or it is wanted anew or in the other language', async () => {
  await resultOf(await ask())
  await resultOf(await ask())
  expect(model.requests).toHaveLength(1)
  await resultOf(await ask({ language: 'zh', isAgain: true }))
  expect(model.requests).toHaveLength(2)
  const { id } = await db().message.findFirstOrThrow({ where: { ticketId }, orderBy: { createdAt: 'desc' } })
  expect((await findSummary(ticketId))?.lastMessageId).toBe(id)
  await write('人呢')
  await resultOf(await ask())
  expect(model.requests).toHaveLength(3)
  model.behaviour = { kind: 'reply', text: 'The customer wants to return a shirt and asks when the money comes back.' }
  expect((await resultOf(await ask({ language: 'en' }))).summary).toMatchObject({ language: 'en' })
  expect(model.requests.at(-1)?.messages[0]?.content).toContain('Write English')
})

it.each([
  ['has a figure of its own', '客户想退衬衫，我们答应给他退款99元并在3天内到账。'],
  ['is in the wrong language', 'The customer wants to return a shirt and asks for the money.'],
  ['is next to nothing', '好的。'],
  ['goes round in circles', '客户想退衬衫，运费谁出。'.repeat(6)],
])('one that %s is not shown and not kept', async (_, text) => {
  model.behaviour = { kind: 'reply', text }
  expect(await resultOf(await ask())).toEqual({ summary: null, cause: 'poor' })
  expect(await findSummary(ticketId)).toBeNull()
})

it('a model that is away is said to be', async () => {
  model.behaviour = { kind: 'status', status: 500 }
  expect(await resultOf(await ask())).toEqual({ summary: null, cause: 'away' })
})

it('is for people who are signed in', async () => {
  const { cookie: _cookie, ...stranger } = headers
  expect((await ask({ language: 'zh' }, stranger)).status).toBe(401)
  expect((await ask({ language: 'fr' })).status).toBe(422)
})
