import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Agent } from '@/lib/auth/schema'
import { db } from '@/lib/db'
import { getRuleStates } from '@/lib/faq/get-rule-states'
import { updateRule } from '@/lib/faq/update-rule'
import { sendReply } from '@/lib/messages/send-reply'
import { listDrafts } from '@/lib/suggestions/list-drafts'
import { rateSuggestion } from '@/lib/suggestions/rate-suggestion'
import { draftAgain } from '@/lib/tickets/draft-again'
import { getDraft } from '@/lib/tickets/get-ticket'
import { setEnv } from '../support/database'
import { makeReturnsRule, QUESTION, REPLY, someone, startDrafting, stopDrafting, waitForReadyDraft } from '../support/drafting'
import { FakeModel } from '../support/fake-model'
import { makeAgent, makeTicket } from '../support/tickets'

const model = new FakeModel()
let agent: Agent
let ruleId: string

beforeAll(async () => {
  await model.start()
  agent = await makeAgent('小张')
})
beforeEach(async () => {
  await db().faqRule.deleteMany()
  ruleId = (await makeReturnsRule()).id
})
afterAll(async () => {
  await stopDrafting()
  await model.stop()
})

async function draftedTicket() {
  await setEnv({ INFERENCE_URL: model.url })
  model.behaviour = { kind: 'reply', text: REPLY, pauseMs: 2 }
  await startDrafting()
  const { id } = await makeTicket({ message: { text: `${QUESTION}，我电话13800001234` } })
  const draft = await waitForReadyDraft(id)
  return { ticketId: id, suggestionId: draft.id }
}

it('a draft keeps its times, its tokens and the rules as they were', async () => {
  const { ticketId, suggestionId } = await draftedTicket()
  const [draft] = (await listDrafts(ticketId)).drafts
  expect(draft).toMatchObject({ id: suggestionId, rung: 'model', model: 'fake-model', promptTokens: 321, outcome: null, wrongRules: [] })
  const { queue, search, firstWord, writing, total } = draft?.timings ?? {}
  for (const ms of [queue, search, firstWord, writing, total]) expect(ms).toBeGreaterThanOrEqual(0)
  expect(writing).toBeGreaterThan(0)
  await updateRule(someone, ruleId, 1, { answer: '退货运费由买家承担。' })
  expect((await getDraft(suggestionId)).rules[0]).toMatchObject({ id: ruleId, version: 1, used: true, cited: true })
  expect(await getRuleStates([ruleId, randomUUID()])).toMatchObject([{ id: ruleId, version: 2, status: 'published' }])
})

it('earlier drafts stay in the list with their fate', async () => {
  const { ticketId, suggestionId } = await draftedTicket()
  await draftAgain(ticketId)
  const second = await waitForReadyDraft(ticketId)
  await sendReply({ agent, ticketId, clientKey: null, text: `${REPLY}亲`, suggestionId: second.id })
  await db().suggestionRule.deleteMany({ where: { suggestionId: second.id } })
  const { drafts, ruleIds } = await listDrafts(ticketId)
  expect(ruleIds, 'the rules of the earlier draft, too').toEqual([ruleId])
  expect(drafts.map(({ id, status }) => [id, status])).toEqual([
    [second.id, 'edited'],
    [suggestionId, 'superseded'],
  ])
  expect(drafts[0]?.outcome).toMatchObject({ editDistance: 1, agent: { name: '小张' } })
})

it('a rating has reasons, may change, survives sending, and is taken back', async () => {
  const { ticketId, suggestionId } = await draftedTicket()
  await rateSuggestion(agent, { suggestionId, rating: 1, reasons: ['accurate'], reason: '' })
  await rateSuggestion(agent, { suggestionId, rating: -1, reasons: ['incomplete', 'incomplete', 'too_long'], reason: ' 没说几天 ' })
  await sendReply({ agent, ticketId, clientKey: null, text: REPLY, suggestionId })
  const stored = () => db().suggestionOutcome.findUniqueOrThrow({ where: { suggestionId } })
  expect(await stored()).toMatchObject({
    rating: -1,
    ratingReasons: ['incomplete', 'too_long'],
    reason: '没说几天',
    ratedById: agent.id,
    editDistance: 0,
  })
  await rateSuggestion(agent, { suggestionId, rating: null })
  expect(await stored()).toMatchObject({ rating: null, ratingReasons: [], reason: null, ratedById: null, editDistance: 0 })
})

it('a reason belongs to its thumb, and a draft must be there', async () => {
  const { suggestionId } = await draftedTicket()
  await expect(rateSuggestion(agent, { suggestionId, rating: 1, reasons: ['too_long'] as never, reason: '' })).rejects.toMatchObject({
    name: 'ZodError',
  })
  await expect(rateSuggestion(agent, { suggestionId: randomUUID(), rating: null })).rejects.toMatchObject({ code: 'not_found' })
  await expect(getDraft(randomUUID())).rejects.toMatchObject({ code: 'not_found' })
})
