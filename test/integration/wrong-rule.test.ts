import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Agent } from '@/lib/auth/schema'
import { db } from '@/lib/db'
import { createRule } from '@/lib/faq/create-rule'
import { sendReply } from '@/lib/messages/send-reply'
import { learnPhrasing } from '@/lib/retrieval/learn-phrasing'
import { listWrongQuestions } from '@/lib/retrieval/list-wrong-questions'
import { removeWrongQuestion } from '@/lib/retrieval/remove-wrong-question'
import { reportWrongRule, withdrawWrongRule } from '@/lib/retrieval/report-wrong-rule'
import { currentRules, markRulesChanged } from '@/lib/retrieval/rule-store'
import { searchRules } from '@/lib/retrieval/search-rules'
import { suggest } from '@/lib/suggestions/suggest'
import { hearEvents, makeReturnsRule, someone, stopDrafting } from '@/test/support/drafting'
import { finishDraft, makeAgent, makeTicket } from '@/test/support/tickets'

const ASKED = '衣服买错了想退回去，运费谁来出'

let agent: Agent
let ruleId: string
let otherId: string

beforeAll(async () => {
  agent = await makeAgent()
})
beforeEach(async () => {
  await db().faqRule.deleteMany()
  ruleId = (await makeReturnsRule()).id
  const other = {
    question: '买错了可以换货吗，运费怎么算',
    answer: '可以换一次，来回运费由买家承担。',
    language: 'zh',
    status: 'published',
  } as const
  otherId = (await createRule(someone, other)).id
  markRulesChanged()
})
afterAll(stopDrafting)

const orderOf = async (text = ASKED) => (await searchRules({ text, language: 'zh', limit: 2 })).hits.map(({ rule }) => rule.id)
const scoreOf = async (id: string, text = ASKED) =>
  (await searchRules({ text, language: 'zh', limit: 2 })).hits.find(({ rule }) => rule.id === id)?.score ?? 0

/** A draft that was made from a rule. */
async function draftFrom(id: string, question = ASKED) {
  const ticket = await makeTicket()
  const suggestionId = await finishDraft(ticket, '运费由买家承担。[1]')
  await db().suggestion.update({
    where: { id: suggestionId },
    data: {
      question,
      rules: { create: { ruleId: id, ruleVersion: 1, position: 1, title: '退货', answer: '…', score: 0.7, isUsed: true, isCited: true } },
    },
  })
  return { ticketId: ticket.id, suggestionId }
}

it('a rule called wrong is found less readily for questions like it, by the code that drafts, until it is withdrawn', async () => {
  const [first = ''] = await orderOf()
  const { suggestionId } = await draftFrom(first)
  const before = await scoreOf(first)
  const elsewhere = await scoreOf(first, '钱几天能退到卡里')
  await reportWrongRule(agent, { suggestionId, ruleId: first })
  await reportWrongRule(agent, { suggestionId, ruleId: first })
  expect(await db().wrongRule.findMany({ select: { text: true, agentId: true } })).toEqual([{ text: ASKED, agentId: agent.id }])
  expect(await scoreOf(first)).toBeCloseTo(before * 0.7)
  expect(await scoreOf(first, `您好，${ASKED}？`)).toBeLessThan(before)
  expect(await scoreOf(first, '钱几天能退到卡里')).toBe(elsewhere)
  expect((await orderOf())[0]).not.toBe(first)
  const { rules } = await suggest({ question: ASKED, language: 'zh' })
  expect(rules[0]?.ruleId).not.toBe(first)
  await withdrawWrongRule({ suggestionId, ruleId: first })
  await expect(withdrawWrongRule({ suggestionId, ruleId: first })).rejects.toMatchObject({ code: 'not_found' })
  expect(await scoreOf(first)).toBe(before)
})

it('other processes hear of it', async () => {
  await currentRules()
  const heard = await hearEvents()
  const { suggestionId, ticketId } = await draftFrom(ruleId)
  await reportWrongRule(agent, { suggestionId, ruleId })
  await expect.poll(() => heard).toContainEqual({ kind: 'rules' })
  await expect.poll(() => heard).toContainEqual({ kind: 'ticket', ticketId })
  // As another process sees it: the rows change behind this one's back, and only the notification tells.
  const held = await scoreOf(ruleId)
  await db().$transaction([db().wrongRule.deleteMany(), db().$executeRaw`select pg_notify('deskhand', '{"kind":"rules"}')`])
  await expect.poll(() => scoreOf(ruleId)).toBeGreaterThan(held)
})

it('only a rule that was found for the draft can be called wrong', async () => {
  const { suggestionId } = await draftFrom(ruleId)
  await expect(reportWrongRule(agent, { suggestionId, ruleId: otherId })).rejects.toMatchObject({ code: 'not_found' })
  await expect(reportWrongRule(agent, { suggestionId: randomUUID(), ruleId })).rejects.toMatchObject({ code: 'not_found' })
})

it('an admin sees where it was said and takes it out, for the next one as well', async () => {
  const before = await scoreOf(ruleId)
  const { suggestionId } = await draftFrom(ruleId)
  await reportWrongRule(agent, { suggestionId, ruleId })
  const [said] = await listWrongQuestions(ruleId)
  expect(said).toMatchObject({ text: ASKED, agent: { name: agent.name }, suggestion: { ticket: { number: expect.any(Number) } } })
  await expect(removeWrongQuestion(agent, said?.id ?? '')).rejects.toMatchObject({ code: 'forbidden' })
  const admin: Agent = { ...agent, role: 'admin' }
  await removeWrongQuestion(admin, said?.id ?? '')
  await expect(removeWrongQuestion(admin, said?.id ?? '')).rejects.toMatchObject({ code: 'not_found' })
  expect(await listWrongQuestions(ruleId)).toEqual([])
  expect(await scoreOf(ruleId)).toBe(before)
  expect(await db().auditEntry.count({ where: { action: 'rule.remove_wrong_question', subjectId: ruleId } })).toBe(1)
  const again = await draftFrom(ruleId, `请问${ASKED}`)
  await reportWrongRule(agent, { suggestionId: again.suggestionId, ruleId })
  expect(await listWrongQuestions(ruleId)).toEqual([])
  expect(await scoreOf(ruleId)).toBe(before)
})

it('a rule does not learn the question that it was called wrong for', async () => {
  const { suggestionId, ticketId } = await draftFrom(ruleId)
  await reportWrongRule(agent, { suggestionId, ruleId })
  await sendReply({ agent, ticketId, clientKey: null, text: '运费由买家承担。', suggestionId })
  await learnPhrasing(suggestionId)
  expect(await db().learnedPhrasing.count()).toBe(0)
})
