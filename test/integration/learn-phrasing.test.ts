import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Agent } from '@/lib/auth/schema'
import { db } from '@/lib/db'
import { adoptPhrasing } from '@/lib/faq/adopt-phrasing'
import { createRule } from '@/lib/faq/create-rule'
import { suggestVariants } from '@/lib/faq/suggest-variants'
import { stopJobs } from '@/lib/jobs'
import { sendReply } from '@/lib/messages/send-reply'
import { calibrateFloors } from '@/lib/retrieval/floor/calibrate-floors'
import { isCalibrationDue } from '@/lib/retrieval/floor/calibration-due'
import { currentFloors } from '@/lib/retrieval/floor/current-floors'
import { SCORING } from '@/lib/retrieval/floor/floors'
import { learnPhrasing, MAX_PHRASINGS } from '@/lib/retrieval/learn-phrasing'
import { listPhrasings } from '@/lib/retrieval/list-phrasings'
import { removePhrasing } from '@/lib/retrieval/remove-phrasing'
import { markRulesChanged } from '@/lib/retrieval/rule-store'
import { searchRules } from '@/lib/retrieval/search-rules'
import { getSetting } from '@/lib/settings/get-setting'
import { keepSetting } from '@/lib/settings/keep-setting'
import { setSetting } from '@/lib/settings/set-setting'
import { rulesZh } from '@/prisma/sample-shop/rules-zh'
import { makeReturnsRule, startDrafting } from '@/test/support/drafting'
import { finishDraft, makeAgent, makeTicket } from '@/test/support/tickets'

const DRAFT = '签收后7天内可申请退货，运费由买家承担。如有其他问题欢迎继续咨询。'
const ASKED = '东西不想要了，寄过去的钱算谁的'

let agent: Agent
let ruleId: string
beforeAll(async () => {
  agent = { ...(await makeAgent()), role: 'admin' }
})
beforeEach(async () => {
  await db().faqRule.deleteMany()
  markRulesChanged()
  ruleId = (await makeReturnsRule()).id
})
afterAll(stopJobs)

/** A reply sent with a draft that was made from the rule. */
async function sendWith(question: string, text = DRAFT): Promise<string> {
  const ticket = await makeTicket()
  const suggestionId = await finishDraft(ticket, DRAFT)
  await db().suggestionRule.deleteMany({ where: { suggestionId } })
  await db().suggestion.update({
    where: { id: suggestionId },
    data: {
      question,
      rules: { create: { ruleId, ruleVersion: 1, position: 1, title: '退货', answer: '…', score: 0.7, isUsed: true, isCited: true } },
    },
  })
  await sendReply({ agent, ticketId: ticket.id, clientKey: randomUUID(), text, suggestionId })
  return suggestionId
}
const texts = async () => (await listPhrasings(ruleId)).map(({ text }) => text)
const scoreOf = async (text: string) => (await searchRules({ text, language: 'zh', limit: 1 })).hits[0]?.score ?? 0

it('a reply that was sent teaches its rule the question, by a job, once', async () => {
  const before = await scoreOf(ASKED)
  await startDrafting()
  const suggestionId = await sendWith(ASKED)
  await expect.poll(texts).toEqual([ASKED])
  await learnPhrasing(suggestionId)
  await learnPhrasing(await sendWith(`你好，${ASKED}？`))
  expect(await texts()).toEqual([ASKED])
  expect(await scoreOf(ASKED)).toBeGreaterThan(before)
  await stopJobs()
})

it('an edited reply teaches, a rewritten one does not', async () => {
  await learnPhrasing(await sendWith('改了一点的问题在这里', DRAFT.replace('7天', '七天')))
  await learnPhrasing(await sendWith('全改了的问题在这里', '这件事我们要先问仓库，明天上午给您打电话说明具体怎么处理，抱歉让您久等了。'))
  expect(await texts()).toEqual(['改了一点的问题在这里'])
})

it('of several rules that a reply cites, the one learns that clearly fits the question best, wherever it stands; else none', async () => {
  const other = await createRule(agent, { question: '退款几天到账', answer: '三个工作日。', language: 'zh', status: 'published' })
  const send = async (question: string, mine: number, others: number) => {
    const suggestionId = await sendWith(question)
    await db().suggestionRule.updateMany({ where: { suggestionId, ruleId }, data: { score: mine } })
    const cited = { ruleVersion: 1, position: 2, title: '退款', answer: '…', isUsed: true, isCited: true }
    await db().suggestionRule.create({ data: { ...cited, suggestionId, ruleId: other.id, score: others } })
    await learnPhrasing(suggestionId)
  }
  await send('寄回去的钱谁给', 0.7, 0.55)
  await send('寄回去谁出钱多久退', 0.7, 0.65)
  await send('钱啥时候回来', 0.5, 0.8)
  expect(await texts()).toEqual(['寄回去的钱谁给'])
  expect((await listPhrasings(other.id)).map(({ text }) => text)).toEqual(['钱啥时候回来'])
})

it('what the rule asks already, a story and nothing at all teach nothing', async () => {
  for (const question of ['退货要自己出运费吗？', '事情是这样的，'.repeat(60), '你好']) await learnPhrasing(await sendWith(question))
  expect(await texts()).toEqual([])
})

it('what an admin takes out is not learnt again', async () => {
  await learnPhrasing(await sendWith(ASKED))
  const [phrasing] = await listPhrasings(ruleId)
  const learned = await scoreOf(ASKED)
  await expect(removePhrasing({ ...agent, role: 'agent' }, phrasing?.id ?? '')).rejects.toMatchObject({ code: 'forbidden' })
  await removePhrasing(agent, phrasing?.id ?? '')
  await expect(removePhrasing(agent, phrasing?.id ?? '')).rejects.toMatchObject({ code: 'not_found' })
  await learnPhrasing(await sendWith(ASKED))
  expect(await texts()).toEqual([])
  expect(await scoreOf(ASKED)).toBeLessThan(learned)
})

it(`the newest ${MAX_PHRASINGS} stay`, async () => {
  const old = Array.from({ length: MAX_PHRASINGS }, (_, at) => ({
    ruleId,
    text: `旧问题${at}`,
    key: `旧问题${at}`,
    createdAt: new Date(Date.UTC(2026, 0, 1, 0, at)),
  }))
  await db().learnedPhrasing.createMany({ data: old })
  await learnPhrasing(await sendWith(ASKED))
  const kept = await texts()
  expect(kept).toHaveLength(MAX_PHRASINGS)
  expect(kept[0]).toBe(ASKED)
  expect(kept).not.toContain('旧问题0')
})

it('the floors are calibrated on the rules, and stay where an admin puts them', async () => {
  await db().faqRule.createMany({ data: rulesZh.map(({ key: _, ...rule }) => ({ ...rule, status: 'published' as const })) })
  markRulesChanged()
  await calibrateFloors()
  const { zh, ...calibratedOn } = await getSetting('floor_calibration')
  expect(zh?.floor).toBeGreaterThan(0.3)
  expect(zh?.judgements.length).toBeGreaterThan(5)
  expect(await isCalibrationDue(calibratedOn)).toBe(false)
  expect(await isCalibrationDue({ ...calibratedOn, rules: calibratedOn.rules + 10 })).toBe(true)
  // A classifier that was trained on these adds to the scores.
  expect(await isCalibrationDue({ ...calibratedOn, learned: calibratedOn.learned + 50 })).toBe(true)
  await keepSetting('floor_calibration', { ...calibratedOn, zh, scoring: SCORING - 1 })
  expect(await isCalibrationDue(calibratedOn)).toBe(true)
  const usual = { zh: 0.4, en: 0.4 }
  expect((await currentFloors(usual)).zh).toBe(usual.zh)
  await keepSetting('floor_calibration', { ...calibratedOn, zh })
  expect((await currentFloors(usual)).zh).toBe(zh?.floor)
  const reaches = async () => (await searchRules({ text: '东西坏了能修吗，还在保', language: 'zh', limit: 1 })).hits[0]?.reachesFloor
  await setSetting(agent, 'moved_floors', { zh: 0.99, en: null })
  await expect.poll(reaches).toBe(false)
  await setSetting(agent, 'moved_floors', { zh: 0.01, en: null })
  await expect.poll(reaches).toBe(true)
})

it('what an admin makes a variant is one from then on, at the version that was read, and is learnt no more', async () => {
  const suggestionId = await sendWith(ASKED)
  await learnPhrasing(suggestionId)
  const [phrasing] = await listPhrasings(ruleId)
  expect(phrasing?.suggestion?.ticket.number).toBeGreaterThan(0)
  const id = phrasing?.id ?? ''
  await expect(adoptPhrasing({ ...agent, role: 'agent' }, { id: ruleId, version: 1 }, id)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(adoptPhrasing(agent, { id: ruleId, version: 7 }, id)).rejects.toMatchObject({ code: 'conflict', details: { version: 1 } })
  expect(await texts()).toEqual([ASKED])
  expect((await adoptPhrasing(agent, { id: ruleId, version: 1 }, id)).variants).toContain(ASKED)
  await expect(adoptPhrasing(agent, { id: ruleId, version: 2 }, id)).rejects.toMatchObject({ code: 'not_found' })
  await learnPhrasing(suggestionId)
  expect(await texts()).toEqual([])
  expect((await suggestVariants(ruleId)).map(({ text }) => text)).not.toContain(ASKED)
})
