import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { publishNow } from '@/lib/events'
import { createRule } from '@/lib/faq/create-rule'
import { setRuleStatus } from '@/lib/faq/set-rule-status'
import { updateRule } from '@/lib/faq/update-rule'
import { markRulesChanged } from '@/lib/retrieval/rule-store'
import { searchRules } from '@/lib/retrieval/search-rules'

const text = { question: '怎么申请退货？', answer: '请在订单页申请，七天内寄回。', language: 'zh' as const, status: 'published' as const }
const find = (question: string, now?: Date) => searchRules({ text: question, language: 'zh', limit: 5, now })
const foundIds = async (question: string, now?: Date) => (await find(question, now)).hits.map((hit) => hit.rule.id)

beforeEach(async () => {
  await db().faqRule.deleteMany()
  markRulesChanged()
})

describe('searchRules', () => {
  it('finds a rule the moment it is published, changed and archived', async () => {
    expect(await find('怎么退货')).toMatchObject({ hits: [], hasMatch: false, verbatim: null })
    const draft = await createRule(null, { ...text, status: 'draft' })
    expect(await foundIds('怎么申请退货')).toEqual([])

    await setRuleStatus(null, draft.id, 1, 'published')
    const { hits, hasMatch, verbatim } = await find('你好，如何申请退货？')
    expect(hits).toMatchObject([{ rule: { id: draft.id, version: 2, answer: text.answer }, score: 1, isVerbatim: true }])
    expect(hasMatch).toBe(true)
    expect(verbatim?.rule.id).toBe(draft.id)

    await updateRule(null, draft.id, 2, { answer: '十五天内寄回。' })
    expect((await find('申请退货')).hits).toMatchObject([{ rule: { version: 3, answer: '十五天内寄回。' } }])

    await setRuleStatus(null, draft.id, 3, 'archived')
    expect(await foundIds('怎么申请退货')).toEqual([])
  })

  it('says so when no rule matches, and still shows what came nearest', async () => {
    await createRule(null, text)
    const { hits, hasMatch, verbatim } = await find('你们店里现在招人吗，要什么学历')
    expect(hits).toHaveLength(1)
    expect({ hasMatch, verbatim }).toEqual({ hasMatch: false, verbatim: null })
  })

  it('finds a rule only while it is valid', async () => {
    const { id } = await createRule(null, { ...text, validFrom: '2026-03-01T00:00:00Z', validUntil: '2026-04-01T00:00:00Z' })
    expect(await foundIds(text.question, new Date('2026-02-28T23:59:59Z'))).toEqual([])
    expect(await foundIds(text.question, new Date('2026-03-01T00:00:00Z'))).toEqual([id])
    expect(await foundIds(text.question, new Date('2026-04-01T00:00:00Z'))).toEqual([])
  })

  it('twenty searches at once after a change all see it', async () => {
    await find('退货')
    const { id } = await createRule(null, text)
    const found = await Promise.all(Array.from({ length: 20 }, () => foundIds('申请退货')))
    expect(found).toEqual(Array.from({ length: 20 }, () => [id]))
  })

  it('hears of a change that another process made', async () => {
    const { id } = await createRule(null, text)
    expect(await foundIds('申请退货')).toEqual([id])
    await db().faqRule.update({ where: { id }, data: { question: '怎么开发票？', version: 2 } })
    // Listening may still be beginning: tell it until it is heard. The look of every five seconds must not be what finds it.
    await expect
      .poll(
        async () => {
          await publishNow({ kind: 'rules' })
          return foundIds('怎么开发票')
        },
        { timeout: 4_000 },
      )
      .toEqual([id])
  })

  it('goes on with the old rules while they cannot be loaded, and catches up afterwards', async () => {
    const { id } = await createRule(null, text)
    expect(await foundIds('申请退货')).toEqual([id])
    await db().$executeRaw`alter table faq_rule rename to faq_rule_away`
    try {
      markRulesChanged()
      expect(await foundIds('申请退货')).toEqual([id])
    } finally {
      await db().$executeRaw`alter table faq_rule_away rename to faq_rule`
    }
    await setRuleStatus(null, id, 1, 'archived')
    await expect.poll(() => foundIds('申请退货'), { timeout: 4_000 }).toEqual([])
  })
})
