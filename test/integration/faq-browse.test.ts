import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Agent } from '@/lib/auth/schema'
import { db } from '@/lib/db'
import { browseRules } from '@/lib/faq/browse-rules'
import { changeRules } from '@/lib/faq/change-rules'
import { findAlikeQuestions } from '@/lib/faq/check/find-alike-questions'
import { createRule } from '@/lib/faq/create-rule'
import { listRevisions } from '@/lib/faq/list-revisions'
import { listRuleLabels } from '@/lib/faq/list-rule-labels'
import type { RuleInput } from '@/lib/faq/schema'
import { suggestVariants } from '@/lib/faq/suggest-variants'
import { undoChanges } from '@/lib/faq/undo-changes'
import { updateRule } from '@/lib/faq/update-rule'
import { markRulesChanged } from '@/lib/retrieval/rule-store'
import { createUser } from '@/test/support/create-user'
import { makeAgent, makeTicket } from '@/test/support/tickets'

let admin: Agent
let agent: Agent

beforeAll(async () => {
  admin = await createUser({ name: '管理员', email: 'admin@desk.test', password: 'correct horse battery', role: 'admin' })
  agent = await makeAgent()
})

beforeEach(async () => {
  await db().ticket.deleteMany()
  await db().faqRule.deleteMany()
  markRulesChanged()
})

const make = (question: string, fields: Partial<RuleInput> = {}) =>
  createRule(null, { question, answer: '详见说明。', language: 'zh', status: 'published', ...fields })

/** A reply whose draft cited this rule. */
async function cite(rule: { id: string; question: string }, status: 'sent_as_is' | 'edited' | 'superseded', question = '随便问问') {
  const { suggestion } = await makeTicket()
  const id = suggestion?.id ?? ''
  await db().suggestion.update({ where: { id }, data: { status, isCurrent: null, question } })
  const given = { ruleVersion: 1, position: 1, title: rule.question, answer: '', score: 1, isUsed: true, isCited: true }
  await db().suggestionRule.create({ data: { suggestionId: id, ruleId: rule.id, ...given } })
  return id
}

const questionsOf = async (query: Parameters<typeof browseRules>[0]) => (await browseRules(query)).items.map(({ question }) => question)

describe('the list of rules', () => {
  it('is searched as customers ask, and drafts by their words', async () => {
    await make('退货运费由谁承担', { variants: ['退货要自己出运费吗'] })
    await make('怎么开发票')
    await make('运费险', { status: 'draft' })
    const { items, total } = await browseRules({ q: '退货运费' })
    expect(items.map(({ question, hit }) => [question, hit?.reachesFloor])).toEqual([['退货运费由谁承担', true]])
    expect(total).toBe(1)
    expect(await questionsOf({ q: '运费' })).toEqual(expect.arrayContaining(['退货运费由谁承担', '运费险']))
    expect((await browseRules({ q: '运费险' })).items.find(({ question }) => question === '运费险')?.hit).toBeNull()
  })

  it('is filtered by what became of the drafts', async () => {
    const [good, bad] = [await make('好规则'), await make('常改规则')]
    await make('没用过')
    await make('快到期', { validUntil: new Date(Date.now() + 10 * 86_400_000) })
    for (const status of ['sent_as_is', 'sent_as_is', 'edited'] as const) await cite(good, status)
    for (const status of ['sent_as_is', 'edited', 'edited', 'edited'] as const) await cite(bad, status)
    const yesterday = new Date(Date.now() - 86_400_000)
    await make('过期了', { validUntil: yesterday })
    for (const status of ['draft', 'archived'] as const) await make(`过期了但是${status}`, { validUntil: yesterday, status })
    expect((await questionsOf({ facet: 'unused' })).sort()).toEqual(['快到期', '没用过', '过期了'].sort())
    expect(await questionsOf({ facet: 'expired' })).toEqual(['过期了'])
    expect(await questionsOf({ facet: 'edited' })).toEqual(['常改规则'])
    expect(await questionsOf({ facet: 'expiring' })).toEqual(['快到期'])
    expect((await browseRules({ sort: 'used' })).items[0]).toMatchObject({ question: '常改规则', sent: 4, sentAsIs: 1 })
    expect((await browseRules({ sort: 'edited', limit: 1, offset: 1 })).items[0]).toMatchObject({
      question: '好规则',
      sent: 3,
      sentAsIs: 2,
    })
  })

  it('is cut by category, tag and place', async () => {
    await make('甲', { category: '物流', tags: ['急'] })
    await make('乙', { category: '物流' })
    await make('丙', { category: '售后', tags: ['急'] })
    expect((await questionsOf({ category: '物流' })).sort()).toEqual(['乙', '甲'].sort())
    expect(await questionsOf({ category: '物流', tag: '急' })).toEqual(['甲'])
    const page = await browseRules({ sort: 'question', offset: 2, limit: 2 })
    expect([page.items.length, page.total]).toEqual([1, 3])
    expect(await listRuleLabels()).toEqual({ categories: ['物流', '售后'], tags: ['急'] })
  })
})

describe('many rules at once', () => {
  it('are changed alike, each with its revision, and only those that differ', async () => {
    const rules = [await make('甲', { status: 'draft' }), await make('乙'), await make('丙', { status: 'draft', tags: ['急'] })]
    const ids = rules.map(({ id }) => id)
    expect(await changeRules(admin, ids, { kind: 'status', status: 'published' })).toHaveLength(2)
    expect(await changeRules(admin, ids, { kind: 'tag', tag: '急' })).toHaveLength(2)
    expect(await changeRules(admin, ids, { kind: 'category', category: '物流' })).toHaveLength(3)
    expect(await db().faqRule.findMany({ select: { status: true, tags: true, category: true } })).toEqual(
      ids.map(() => ({ status: 'published', tags: ['急'], category: '物流' })),
    )
    expect((await listRevisions(ids[0] ?? ''))[0]).toMatchObject({ version: 4, author: { id: admin.id } })
    await expect(changeRules(agent, ids, { kind: 'status', status: 'archived' })).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('a change of many rules', () => {
  it('is undone where nobody has changed them since, once, with a revision each', async () => {
    const rules = [
      await make('甲', { status: 'draft', category: '售后' }),
      await make('乙', { status: 'draft' }),
      await make('丙', { status: 'draft' }),
    ]
    const ids = rules.map(({ id }) => id)
    const [edited = '', deleted = ''] = ids.slice(1)
    const changed = await changeRules(admin, ids, { kind: 'status', status: 'published' })
    await updateRule(admin, edited, 2, { answer: '后来改的' })
    await db().faqRule.delete({ where: { id: deleted } })
    expect(await undoChanges(admin, changed)).toBe(1)
    expect(
      await db().faqRule.findMany({ select: { question: true, status: true, version: true, answer: true }, orderBy: { id: 'asc' } }),
    ).toEqual([
      expect.objectContaining({ question: '甲', status: 'draft', version: 3 }),
      expect.objectContaining({ question: '乙', status: 'published', version: 3, answer: '后来改的' }),
    ])
    expect(await undoChanges(admin, changed)).toBe(0)
    const tagged = await changeRules(admin, [ids[0] ?? ''], { kind: 'tag', tag: '急' })
    expect(await undoChanges(admin, tagged)).toBe(1)
    expect(await db().faqRule.findUnique({ where: { id: ids[0] }, select: { tags: true, category: true } })).toEqual({
      tags: [],
      category: '售后',
    })
    await expect(undoChanges(agent, changed)).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('variants from real tickets', () => {
  it('are what customers asked when the rule was sent, masked, new, each once', async () => {
    const rule = await make('怎么退货', { variants: ['我要退货'] })
    for (const question of ['东西不想要了咋办', '东西不想要了咋办？', '我要退货！', '打 13812345678 找我，想退掉'])
      await cite(rule, 'sent_as_is', question)
    await cite(await make('别的'), 'sent_as_is', '别的问题')
    expect((await suggestVariants(rule.id)).map(({ text, count }) => [text, count])).toEqual([
      ['东西不想要了咋办？', 2],
      ['打 【手机号1】 找我，想退掉', 1],
    ])
  })

  it('are, of a draft that nobody could have found and of a rule not saved yet, what would find it', async () => {
    const known = await make('怎么开发票')
    const asked = async (question: string) => (await cite(known, 'sent_as_is', question)) && undefined
    for (const question of [
      '退货的运费谁出呀',
      '退货的运费谁出呀？',
      '发票抬头怎么改',
      '我想退货，打 13812345678',
      '今天天气如何',
      '退货流程',
    ])
      await asked(question)
    const written = { question: '退货运费由谁承担', variants: ['退货流程'], answer: '由买家承担。', language: 'zh' as const }
    const draft = await make(written.question, { ...written, status: 'draft' })
    const ideas = (await suggestVariants(draft.id)).map(({ text, kind, count }) => [text, kind, count])
    expect(ideas).toEqual([
      ['退货的运费谁出呀？', 'alike', 2],
      ['我想退货，打 【手机号1】', 'alike', 1],
    ])
    expect((await findAlikeQuestions(written, null)).map(({ text, kind, count }) => [text, kind, count])).toEqual(ideas)
    // What another rule answers better is no way to ask this one.
    expect(ideas.flat().join()).not.toContain('发票')
  })

  it('are also what came nearest to the rule and found none', async () => {
    const rule = await make('怎么退货')
    const missed = async (question: string, score: number) => {
      const suggestionId = await cite(rule, 'superseded', question)
      await db().suggestion.update({ where: { id: suggestionId }, data: { fallbackCause: 'no_rule' } })
      await db().suggestionRule.updateMany({ where: { suggestionId }, data: { score, isCited: false, isUsed: false } })
    }
    await missed('买错了能弄回去不', 0.35)
    await missed('今天天气如何', 0.1)
    expect((await suggestVariants(rule.id)).map(({ text, kind }) => [text, kind])).toEqual([['买错了能弄回去不', 'missed']])
  })
})
