import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Agent } from '@/lib/auth/schema'
import { db } from '@/lib/db'
import { countRules } from '@/lib/faq/count-rules'
import { createRule } from '@/lib/faq/create-rule'
import { getRule } from '@/lib/faq/get-rule'
import { listRevisions } from '@/lib/faq/list-revisions'
import { listRules } from '@/lib/faq/list-rules'
import { restoreRevision } from '@/lib/faq/restore-revision'
import { setRuleStatus } from '@/lib/faq/set-rule-status'
import { updateRule } from '@/lib/faq/update-rule'
import { createUser } from '@/test/support/create-user'

const text = { question: '怎么退货', variants: ['我要退货'], answer: '七天内可以退。', language: 'zh' as const }
let admin: Agent
let agent: Agent

beforeAll(async () => {
  const password = 'correct horse battery'
  admin = await createUser({ name: '管理员', email: 'admin@desk.test', password, role: 'admin' })
  agent = await createUser({ name: '小张', email: 'agent@desk.test', password, role: 'agent' })
})

beforeEach(async () => {
  await db().faqRule.deleteMany()
  await db().auditEntry.deleteMany()
})

describe('a change of a rule', () => {
  it('is a new version, kept whole with its author, and in the audit book', async () => {
    const created = await createRule(admin, text)
    const updated = await updateRule(admin, created.id, 1, { answer: '十五天内可以退。', status: 'published' })
    expect(updated).toMatchObject({ ...text, version: 2, status: 'published', answer: '十五天内可以退。' })
    expect(await getRule(created.id)).toEqual(updated)

    const revisions = await listRevisions(created.id)
    expect(revisions).toMatchObject([
      { version: 2, status: 'published', answer: '十五天内可以退。', author: { id: admin.id, name: '管理员' } },
      { ...text, version: 1, status: 'draft', author: { id: admin.id } },
    ])
    const entries = await db().auditEntry.findMany({ where: { subjectId: created.id }, orderBy: { id: 'asc' } })
    expect(entries.map(({ action, details }) => ({ action, details }))).toEqual([
      { action: 'rule.create', details: { version: 1, status: 'draft', changed: [] } },
      { action: 'rule.update', details: { version: 2, status: 'published', changed: ['answer', 'status'] } },
    ])
  })

  it('that changes nothing writes nothing', async () => {
    const created = await createRule(admin, text)
    expect(await updateRule(admin, created.id, 1, { ...text, answer: `${text.answer} ` })).toEqual(created)
    expect(await listRevisions(created.id)).toHaveLength(1)
  })

  it('on an older version is a conflict and changes nothing', async () => {
    const created = await createRule(admin, text)
    await updateRule(admin, created.id, 1, { answer: 'first' })
    await expect(updateRule(admin, created.id, 1, { answer: 'second' })).rejects.toMatchObject({
      code: 'conflict',
      details: { version: 2 },
    })
    expect(await getRule(created.id)).toMatchObject({ version: 2, answer: 'first' })
  })

  it('of ten at the same moment only one wins', async () => {
    const { id } = await createRule(admin, text)
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, (_, number) => updateRule(admin, id, 1, { answer: `answer ${number}` })),
    )
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    for (const result of results) if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'conflict' })
    expect((await listRevisions(id)).map((revision) => revision.version)).toEqual([2, 1])
  })

  it('must leave the rule right as a whole', async () => {
    const { id } = await createRule(admin, { ...text, validUntil: '2026-06-01T00:00:00Z' })
    await expect(updateRule(admin, id, 1, { validFrom: '2026-06-02T00:00:00Z' })).rejects.toMatchObject({ name: 'ZodError' })
    expect(await getRule(id)).toMatchObject({ version: 1, validFrom: null })
  })

  it('is for admins alone, and for a rule that exists', async () => {
    const { id } = await createRule(null, text)
    await expect(createRule(agent, text)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(updateRule(agent, id, 1, { answer: 'x' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(setRuleStatus(agent, id, 1, 'archived')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(restoreRevision(agent, id, 1)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(updateRule(admin, randomUUID(), 1, { answer: 'x' })).rejects.toMatchObject({ code: 'not_found' })
    await expect(getRule(randomUUID())).rejects.toMatchObject({ code: 'not_found' })
    expect(await db().faqRule.count()).toBe(1)
  })
})

describe('restoring a version', () => {
  it('brings its words back as a new version and leaves the state as it is', async () => {
    const { id } = await createRule(admin, text)
    await updateRule(admin, id, 1, { question: '其他', variants: [], tags: ['x'], status: 'published' })
    const restored = await restoreRevision(admin, id, 1)
    expect(restored).toMatchObject({ ...text, tags: [], version: 3, status: 'published' })
    expect((await listRevisions(id)).map((revision) => revision.version)).toEqual([3, 2, 1])
    expect(await db().auditEntry.count({ where: { action: 'rule.restore' } })).toBe(1)
  })

  it('needs a version that exists', async () => {
    const { id } = await createRule(admin, text)
    await expect(restoreRevision(admin, id, 7)).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('the list of rules', () => {
  it('finds every word in any part of a rule, and signs of patterns as they stand', async () => {
    const [first, second] = [
      await createRule(admin, { ...text, question: '退货的运费', variants: ['包邮吗'], tags: ['Shipping'], status: 'published' }),
      await createRule(admin, { ...text, question: 'Save 100% today', answer: 'under_score', category: 'Offers', language: 'en' }),
    ]
    const found = async (q: string) => (await listRules({ q })).items.map((rule) => rule.id)
    expect(await found('包邮')).toEqual([first.id])
    expect(await found('运费 shipping')).toEqual([first.id])
    expect(await found('运费 offers')).toEqual([])
    expect(await found('100% SAVE')).toEqual([second.id])
    expect(await found('r_s')).toEqual([second.id])
    expect(await found('%')).toEqual([second.id])
    expect(await found("'; drop table faq_rule; --")).toEqual([])
    expect(await found('\u0000')).toHaveLength(2)
    expect((await listRules({ language: 'en' })).items.map((rule) => rule.id)).toEqual([second.id])
    expect((await listRules({ status: 'published', q: '退' })).items.map((rule) => rule.id)).toEqual([first.id])
  })

  it('pages through all of them once, the last changed first', async () => {
    for (let number = 0; number < 7; number++) await createRule(admin, { ...text, question: `question ${number}` })
    // All in one instant: then the id alone keeps the order.
    await db().faqRule.updateMany({ data: { updatedAt: new Date('2026-01-01T00:00:00Z') } })
    const seen: string[] = []
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await listRules({ limit: 3, cursor })
      seen.push(...page.items.map((rule) => rule.id))
      cursor = page.nextCursor
    }
    expect(seen).toHaveLength(7)
    expect(seen).toEqual([...new Set(seen)].sort().reverse())
    await expect(listRules({ cursor: 'nonsense' })).rejects.toMatchObject({ code: 'bad_request' })
  })

  it('counts the states', async () => {
    expect(await countRules()).toEqual({ draft: 0, published: 0, archived: 0 })
    await createRule(admin, text)
    const { id } = await createRule(admin, { ...text, status: 'published' })
    await setRuleStatus(admin, id, 1, 'archived')
    await createRule(admin, { ...text, language: 'en', status: 'published' })
    expect(await countRules()).toEqual({ draft: 1, published: 1, archived: 1 })
    expect(await countRules({ language: 'en' })).toEqual({ draft: 0, published: 1, archived: 0 })
  })
})
