import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { PATCH } from '@/app/api/v1/rules/[id]/route'
import { POST } from '@/app/api/v1/rules/route'
import type { Agent } from '@/lib/auth/schema'
import { db } from '@/lib/db'
import { confirmTwin } from '@/lib/faq/confirm-twin'
import { createRule } from '@/lib/faq/create-rule'
import { exportQuerySchema, exportRules } from '@/lib/faq/export-rules'
import { getRule } from '@/lib/faq/get-rule'
import { applyImport } from '@/lib/faq/import/apply-import'
import { planImport } from '@/lib/faq/import/plan-import'
import { linkTwin } from '@/lib/faq/link-twin'
import { readTable } from '@/lib/faq/read-import/read-table'
import { updateRule } from '@/lib/faq/update-rule'
import { searchRules } from '@/lib/retrieval/search-rules'
import { createUser } from '@/test/support/create-user'
import { apiHeaders, apiRequest } from '@/test/support/senders'

let admin: Agent
beforeAll(async () => {
  admin = await createUser({ name: '管理员', email: 'admin@desk.test', password: 'correct horse battery', role: 'admin' })
})
beforeEach(async () => {
  await db().faqRule.deleteMany()
})

const make = (question: string, language: 'zh' | 'en', externalId?: string) =>
  createRule(admin, { question, answer: `${question} 。`, language, status: 'published' }, { externalId })
const twinOf = async (id: string) => (await getRule(id)).twinId
const isMarked = async (id: string) => (await getRule(id)).twinChangedAt !== null
const importText = async (text: string) =>
  applyImport(admin, { table: await readTable(Buffer.from(text), ''), mode: 'all', options: {}, fileName: 'rules.csv' })

describe('twins', () => {
  it('are linked on both sides, one of a language, and the words of neither change', async () => {
    const [zh, en, other] = [await make('怎么退货', 'zh'), await make('How to return', 'en'), await make('怎么退', 'zh')]
    await linkTwin(admin, zh.id, en.id)
    expect(await twinOf(en.id)).toBe(zh.id)
    expect(await getRule(zh.id)).toMatchObject({ twinId: en.id, version: 1, updatedAt: zh.updatedAt })
    await expect(linkTwin(admin, other.id, en.id)).rejects.toMatchObject({ code: 'conflict', details: { reason: 'twin_taken' } })
    await expect(linkTwin(admin, zh.id, other.id)).rejects.toMatchObject({ code: 'unprocessable', details: { reason: 'twin_language' } })
    await expect(linkTwin(admin, zh.id, randomUUID())).rejects.toMatchObject({ code: 'not_found' })
    await expect(linkTwin({ ...admin, role: 'agent' }, zh.id, null)).rejects.toMatchObject({ code: 'forbidden' })
    await linkTwin(admin, zh.id, null)
    expect(await twinOf(en.id)).toBeNull()
    const actions = await db().auditEntry.findMany({ where: { subjectId: zh.id }, select: { action: true }, orderBy: { id: 'asc' } })
    expect(actions.map(({ action }) => action)).toEqual(['rule.create', 'rule.link_twin', 'rule.unlink_twin'])
  })

  it('are linked once, when two admins choose at the same moment', async () => {
    const [one, two, en] = [await make('怎么退货', 'zh'), await make('怎么退', 'zh'), await make('How to return', 'en')]
    const results = await Promise.allSettled([
      linkTwin(admin, one.id, en.id),
      linkTwin(admin, two.id, en.id),
      linkTwin(admin, en.id, two.id),
    ])
    const chosen = await twinOf(en.id)
    expect(results.some(({ status }) => status === 'fulfilled')).toBe(true)
    expect(await twinOf(chosen ?? '')).toBe(en.id)
    expect(await db().faqRule.count({ where: { twinId: { not: null } } })).toBe(2)
  })

  it('a change marks the other one until it is changed as well, or looked at; tags concern nobody', async () => {
    const [zh, en] = [await make('怎么退货', 'zh'), await make('How to return', 'en')]
    await linkTwin(admin, zh.id, en.id)
    await updateRule(admin, zh.id, 1, { tags: ['x'] })
    expect(await isMarked(en.id)).toBe(false)
    await updateRule(admin, zh.id, 2, { answer: '三天。' })
    await updateRule(admin, zh.id, 3, { answer: '四天。' })
    expect([await isMarked(zh.id), await isMarked(en.id)]).toEqual([false, true])
    await updateRule(admin, en.id, 1, { answer: 'Four days.' })
    expect([await isMarked(zh.id), await isMarked(en.id)]).toEqual([false, false])
    await updateRule(admin, en.id, 2, { status: 'archived' })
    expect(await isMarked(zh.id)).toBe(true)
    await confirmTwin(admin, zh.id)
    expect(await isMarked(zh.id)).toBe(false)
  })

  it('part when one is deleted, or speaks the other language', async () => {
    const [zh, en, more] = [await make('怎么退货', 'zh'), await make('How to return', 'en'), await make('Returns', 'en')]
    await linkTwin(admin, zh.id, en.id)
    await db().faqRule.delete({ where: { id: en.id } })
    expect(await twinOf(zh.id)).toBeNull()
    await linkTwin(admin, zh.id, more.id)
    expect(await updateRule(admin, zh.id, 1, { language: 'en' })).toMatchObject({ twinId: null, version: 2 })
    expect(await twinOf(more.id)).toBeNull()
  })

  it('and what a rule is about are set over the API', async () => {
    const headers = await apiHeaders(['rules:write'])
    const zh = await make('押金多少', 'zh')
    const body = { question: 'How much is the deposit?', answer: '$50.', language: 'en', entity: 'The Lensfield Hotel', twinId: zh.id }
    const made = await (await POST(apiRequest('/api/v1/rules', headers, body), undefined)).json()
    expect(made).toMatchObject({ entity: 'The Lensfield Hotel', twinId: zh.id, version: 1 })
    expect(await twinOf(zh.id)).toBe(made.id)
    const change = (part: object) =>
      PATCH(new Request('http://desk.test/x', { method: 'PATCH', headers, body: JSON.stringify(part) }), {
        params: Promise.resolve({ id: made.id }),
      })
    expect(await (await change({ version: 1, twinId: null, entity: '' })).json()).toMatchObject({ twinId: null, entity: '', version: 2 })
    const revisions = await db().faqRuleRevision.findMany({
      where: { ruleId: made.id },
      select: { entity: true },
      orderBy: { version: 'asc' },
    })
    expect(revisions).toEqual([{ entity: 'The Lensfield Hotel' }, { entity: '' }])
    expect((await change({ version: 2, twinId: made.id })).status).toBe(422)
  })
})

it('what a rule is about decides between rules that ask the same', async () => {
  const about = (entity: string) =>
    createRule(admin, { question: 'Is parking free?', answer: `At ${entity}: yes.`, language: 'en', status: 'published', entity })
  const [lensfield, gonville] = [await about('The Lensfield Hotel'), await about('Gonville Guest House')]
  const first = async (text: string) => (await searchRules({ text, language: 'en', limit: 2 })).hits[0]?.rule.id
  expect(await first('is the parking free at the lensfield')).toBe(lensfield.id)
  expect(await first('is the parking free at gonville')).toBe(gonville.id)
})

describe('a file of twins', () => {
  const CSV =
    'id,question,answer,language,entity,twin\nA-1,怎么退货,七天。,zh,,B-1\nB-1,How to return,Seven days.,en,,A-1\nC-1,押金,50,zh,兰斯酒店,\n'
  const read = async () => {
    const { body } = await exportRules(exportQuerySchema.parse({ format: 'csv' }))
    return new Response(body).text()
  }

  it('links them by their numbers, is the same a second time, and reads what an export wrote', async () => {
    await importText(CSV)
    const rules = await db().faqRule.findMany({ orderBy: { externalId: 'asc' }, select: { id: true, twinId: true, entity: true } })
    expect(rules).toMatchObject([{ twinId: rules[1]?.id }, { twinId: rules[0]?.id, entity: '' }, { twinId: null, entity: '兰斯酒店' }])
    expect((await importText(CSV)).counts).toMatchObject({ unchanged: 3 })
    const exported = await read()
    expect((await importText(exported)).counts).toMatchObject({ unchanged: 3 })
    await db().faqRule.deleteMany()
    await importText(exported)
    expect(await db().faqRule.count({ where: { twinId: { not: null } } })).toBe(2)
  })

  it('parts them where the column is empty, and leaves them where it is not there', async () => {
    await importText(CSV)
    await importText('id,question\nA-1,怎么退货\n')
    expect(await db().faqRule.count({ where: { twinId: { not: null } } })).toBe(2)
    await importText('id,question,twin\nA-1,怎么退货,\n')
    expect(await db().faqRule.count({ where: { twinId: { not: null } } })).toBe(0)
  })

  it('marks the twin of a rule that it changed, and neither where it changed both', async () => {
    await importText(CSV)
    const marked = async () =>
      (await db().faqRule.findMany({ where: { twinChangedAt: { not: null } } })).map(({ externalId }) => externalId)
    await importText('id,answer\nA-1,八天。\nB-1,Eight days.\n')
    expect(await marked()).toEqual([])
    await importText('id,answer\nA-1,九天。\n')
    expect(await marked()).toEqual(['B-1'])
    await importText('id,answer\nB-1,Nine days.\n')
    expect(await marked()).toEqual([])
  })

  it('parts a rule from its twin when it brings it into the same language', async () => {
    await importText(CSV)
    await importText('id,question,answer,language\nA-1,Returns,Seven days.,en\n')
    expect(await db().faqRule.count({ where: { twinId: { not: null } } })).toBe(0)
  })

  it('in which one names a third is refused at the one that is not named back', async () => {
    const text = 'id,question,answer,language,twin\n1,怎么退,a,zh,2\n2,How,a,en,3\n3,怎么换,a,zh,2\n'
    const { rows, twins } = await planImport(await readTable(Buffer.from(text), ''))
    expect(rows.map(({ action }) => action)).toEqual(['bad', 'create', 'create'])
    expect(twins).toHaveLength(1)
  })

  it('says which twin is none: unknown, of the same language, or claimed twice', async () => {
    const { rows } = await planImport(
      await readTable(
        Buffer.from(
          'id,question,answer,language,twin\n1,怎么退,a,zh,nobody\n2,怎么换,a,zh,1\n3,怎么修,a,zh,5\n4,怎么保,a,zh,5\n5,How,a,en,3\n',
        ),
        '',
      ),
    )
    const problems = rows.map((row) => (row.action === 'bad' ? row.problems.map(({ field, kind }) => `${field} ${kind}`) : row.action))
    expect(problems).toEqual([['twin twin'], ['twin twin'], 'create', ['twin twin'], 'create'])
  })
})
