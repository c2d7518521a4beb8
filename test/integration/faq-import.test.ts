import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { Agent } from '@/lib/auth/schema'
import { db } from '@/lib/db'
import { listening, subscribe } from '@/lib/events'
import { createRule } from '@/lib/faq/create-rule'
import { exportQuerySchema, exportRules } from '@/lib/faq/export-rules'
import { applyImport } from '@/lib/faq/import/apply-import'
import { describePlan } from '@/lib/faq/import/describe-plan'
import { findImport, findRunningImport } from '@/lib/faq/import/find-import'
import { planImport } from '@/lib/faq/import/plan-import'
import { runImport } from '@/lib/faq/import/run-import'
import { listRevisions } from '@/lib/faq/list-revisions'
import { readTable } from '@/lib/faq/read-import/read-table'
import type { ImportMode, ImportOptions } from '@/lib/faq/read-import/schema'
import { updateRule } from '@/lib/faq/update-rule'
import { searchRules } from '@/lib/retrieval/search-rules'
import { createUser } from '@/test/support/create-user'

let admin: Agent
beforeAll(async () => {
  admin = await createUser({ name: '管理员', email: 'admin@desk.test', password: 'correct horse battery', role: 'admin' })
})
beforeEach(async () => {
  await db().faqRule.deleteMany()
  await db().faqImport.deleteMany()
  await db().auditEntry.deleteMany()
})

const tableOf = (text: string) => readTable(Buffer.from(text), '')
const plan = async (text: string, options: ImportOptions = {}) => planImport(await tableOf(text), options)
const apply = async (text: string, mode: ImportMode = 'all', options: ImportOptions = {}) =>
  applyImport(admin, { table: await tableOf(text), mode, options, fileName: 'rules.csv' })

const GOOD = 'id,question,answer,status,category\nA-1,怎么退货,七天内可以退。,published,售后\nA-2,Do you ship abroad?,We do.,draft,\n'
const MIXED = `${GOOD}A-3,,没有问题。,draft,\nA-4,怎么换货,${'长'.repeat(4_001)},nobody,\n`

describe('a dry run', () => {
  it('says what would happen to every row, and changes nothing', async () => {
    const same = await createRule(admin, { question: '怎么退货？', answer: '七天内可以退。', language: 'zh', status: 'published' })
    const { rows, counts } = await plan(MIXED)
    expect(counts).toEqual({ create: 1, update: 1, unchanged: 0, bad: 2 })
    expect(rows).toMatchObject([
      { number: 2, action: 'update', matchedBy: 'question', before: { id: same.id }, changed: ['externalId', 'question', 'category'] },
      { number: 3, action: 'create', matchedBy: null, externalId: 'A-2', content: { language: 'en', status: 'draft' } },
      { number: 4, action: 'bad', problems: [{ field: 'question', kind: 'required' }] },
      {
        number: 5,
        action: 'bad',
        problems: [
          { field: 'status', kind: 'status' },
          { field: 'answer', kind: 'too_long' },
        ],
      },
    ])
    expect(await db().faqRule.findMany({ select: { version: true, externalId: true } })).toEqual([{ version: 1, externalId: null }])
    expect(await db().auditEntry.count({ where: { action: 'rule.import' } })).toBe(0)
  })

  it('finds rows of one file that are the same rule', async () => {
    const { rows } = await plan('id,question,answer\n1,怎么退货,a\n1,别的问题,b\n,怎么退货？,c\n2,怎么退货,d\n,,\n,新问题,e\n,新问题！,f\n')
    expect(rows.map((row) => (row.action === 'bad' ? row.problems : row.action))).toEqual([
      'create',
      [{ field: null, kind: 'duplicate', row: 2 }],
      [{ field: null, kind: 'duplicate', row: 2 }],
      // Another number is another rule.
      'create',
      'create',
      [{ field: null, kind: 'duplicate', row: 7 }],
    ])
  })

  it('takes the same question about two hotels for two rules, and never one hotel’s answer for the other’s', async () => {
    const hotel = { question: '早餐几点开始', language: 'zh', status: 'published' } as const
    const lake = await createRule(admin, { ...hotel, entity: '湖畔酒店', answer: '七点。' })
    const about = 'question,answer,entity\n早餐几点开始,八点。,山居酒店\n早餐几点开始？,六点半。, 湖畔酒店\n早餐几点开始,九点。,山居酒店\n'
    expect((await plan(about)).rows).toMatchObject([
      { action: 'create', content: { entity: '山居酒店', answer: '八点。' } },
      { action: 'update', before: { id: lake.id }, changed: ['question', 'answer'] },
      { action: 'bad', problems: [{ kind: 'duplicate', row: 2 }] },
    ])
    // Said to be about all of them, it is neither's.
    expect((await plan('question,answer,entity\n早餐几点开始,八点。,\n')).counts).toMatchObject({ create: 1, update: 0 })
    const unsaid = 'question,answer\n早餐几点开始,八点。\n'
    expect((await plan(unsaid)).rows).toMatchObject([{ action: 'update', before: { id: lake.id } }])
    await createRule(admin, { ...hotel, entity: '山居酒店', answer: '八点。' })
    expect((await plan(unsaid)).rows).toMatchObject([{ action: 'create' }])
    const all = await createRule(admin, { ...hotel, answer: '看各店。' })
    expect((await plan(unsaid)).rows).toMatchObject([{ action: 'update', before: { id: all.id } }])
  })

  it('says in which state a rule is, and brings an archived one back where it is asked for anew', async () => {
    const old = await createRule(admin, { question: '怎么退货', answer: '七天。', language: 'zh', status: 'archived' })
    const numbered = { question: '怎么换货', answer: '十天。', language: 'zh', status: 'archived' } as const
    await createRule(admin, numbered, { externalId: 'A-2' })
    const text = 'id,question,answer\n,怎么退货,七天。\nA-2,怎么换货,十五天。\n'
    const options = { status: 'published' } as const
    expect(describePlan(await tableOf(text), await plan(text, options)).changes).toMatchObject([
      { ruleId: old.id, action: 'update', matchedBy: 'question', statusNow: 'archived', status: 'published', changed: ['status'] },
      // Its number says which rule is meant, not that it is wanted again.
      { action: 'update', matchedBy: 'externalId', statusNow: 'archived', status: 'archived', changed: ['answer'] },
    ])
    const said = 'question,answer,status\n怎么退货,七天。,archived\n'
    expect((await plan(said, options)).counts).toMatchObject({ unchanged: 1 })
    await apply(text, 'all', options)
    expect(await db().faqRule.findUniqueOrThrow({ where: { id: old.id } })).toMatchObject({ status: 'published', version: 2 })
    expect((await apply(text, 'all', options)).counts).toMatchObject({ create: 0, update: 0, unchanged: 2 })
  })

  it('lets a rule answer through the day that is given as its last', async () => {
    const text = 'question,answer,validFrom,validUntil\n怎么退货,七天。,2026-12-31,2026-12-31\n'
    const options = { timeZone: 'Asia/Shanghai' }
    expect(describePlan(await tableOf(text), await plan(text, options)).changes).toMatchObject([{ validUntil: '2026-12-31T16:00:00.000Z' }])
    await apply(text, 'all', options)
    expect(await db().faqRule.findFirst()).toMatchObject({
      validFrom: new Date('2026-12-30T16:00:00Z'),
      validUntil: new Date('2026-12-31T16:00:00Z'),
    })
    // And what goes out comes back unchanged, by whatever clock.
    for (const format of ['csv', 'xlsx', 'json'] as const) {
      const { body } = await exportRules(exportQuerySchema.parse({ format }))
      const table = await readTable(Buffer.from(await new Response(body).arrayBuffer()), `rules.${format}`)
      expect((await planImport(table, { timeZone: 'America/New_York' })).counts).toMatchObject({ unchanged: 1 })
    }
  })

  it('takes the columns that a person says, and leaves out the others', async () => {
    const { rows } = await plan('Frage,Antwort,question\nWhere?,Here.,no\n', { mapping: ['question', 'answer', null], status: 'published' })
    expect(rows).toMatchObject([{ action: 'create', content: { question: 'Where?', answer: 'Here.', status: 'published' } }])
    await expect(plan('a,b\nc,d', { mapping: ['question', 'question'] })).rejects.toMatchObject({ name: 'ZodError' })
  })

  it('judges dates by the clock of its reader', async () => {
    const { rows } = await plan(
      'question,answer,validFrom,validUntil\n怎么退货,a,2026-11-20,2026-11-19\n怎么换货,b,2026-11-20,2026-12-01\n',
      {
        timeZone: 'Asia/Shanghai',
      },
    )
    expect(rows).toMatchObject([
      { action: 'bad', problems: [{ field: 'validUntil', kind: 'order' }] },
      { action: 'create', content: { validFrom: new Date('2026-11-19T16:00:00Z') } },
    ])
  })
})

describe('an import', () => {
  it('of all or nothing changes nothing when one row is bad', async () => {
    await expect(apply(MIXED)).rejects.toMatchObject({
      code: 'unprocessable',
      details: { reason: 'bad_rows', counts: { bad: 2 }, problems: [{ number: 4 }, { number: 5 }] },
    })
    expect(await db().faqRule.count()).toBe(0)
  })

  it('that skips bad rows brings in the others, with revisions, an audit entry, and one word to everybody', async () => {
    const heard: string[] = []
    const stop = subscribe((event) => heard.push(event.kind))
    await listening()
    const { counts } = await apply(MIXED, 'skip')
    expect(counts).toEqual({ create: 2, update: 0, unchanged: 0, bad: 2 })
    const rules = await db().faqRule.findMany({ orderBy: { externalId: 'asc' } })
    expect(rules).toMatchObject([
      { externalId: 'A-1', question: '怎么退货', language: 'zh', status: 'published', category: '售后', version: 1 },
      { externalId: 'A-2', question: 'Do you ship abroad?', language: 'en', status: 'draft', version: 1 },
    ])
    expect(await listRevisions(rules[0]?.id ?? '')).toMatchObject([{ version: 1, question: '怎么退货', author: { id: admin.id } }])
    expect(await db().auditEntry.findMany({ where: { action: 'rule.import' } })).toMatchObject([
      { actorId: admin.id, details: { fileName: 'rules.csv', format: 'csv', mode: 'skip', create: 2, bad: 2 } },
    ])
    await expect.poll(() => heard.filter((kind) => kind === 'rules')).toHaveLength(1)
    stop()
    // And the very next search finds what is published.
    expect((await searchRules({ text: '怎么退货', limit: 1 })).verbatim?.rule.id).toBe(rules[0]?.id)
  })

  it('a second time changes nothing, and a changed row is that rule, one version on', async () => {
    await apply(GOOD)
    expect((await apply(GOOD)).counts).toEqual({ create: 0, update: 0, unchanged: 2, bad: 0 })
    expect(await db().auditEntry.count({ where: { action: 'rule.import' } })).toBe(1)
    const { counts } = await apply(GOOD.replace('怎么退货', '退货要怎么办').replace('售后', ''))
    expect(counts).toEqual({ create: 0, update: 1, unchanged: 1, bad: 0 })
    const rule = await db().faqRule.findUniqueOrThrow({ where: { externalId: 'A-1' } })
    expect(rule).toMatchObject({ question: '退货要怎么办', category: '', version: 2, status: 'published' })
    expect(await listRevisions(rule.id)).toMatchObject([
      { version: 2, question: '退货要怎么办' },
      { version: 1, question: '怎么退货' },
    ])
  })

  it('leaves alone what the file does not speak of', async () => {
    const before = await createRule(admin, {
      question: '怎么退货',
      variants: ['想退'],
      answer: 'old',
      tags: ['x'],
      category: 'c',
      language: 'zh',
      status: 'published',
    })
    await apply('[{"question":"怎么退货","answer":"new","tags":[]}]')
    const after = await db().faqRule.findUniqueOrThrow({ where: { id: before.id } })
    expect(after).toMatchObject({ answer: 'new', variants: ['想退'], category: 'c', tags: [], status: 'published', version: 2 })
  })

  it('needs an admin', async () => {
    const agent = await createUser({ name: '小张', email: 'agent@desk.test', password: 'correct horse battery', role: 'agent' })
    const work = { table: await tableOf(GOOD), mode: 'all' as const, options: {}, fileName: 'x' }
    await expect(applyImport(agent, work)).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('gives way to whoever changed a rule while it was at work, whole', async () => {
    await apply(GOOD)
    const rule = await db().faqRule.findUniqueOrThrow({ where: { externalId: 'A-2' }, select: { id: true } })
    const rows = Array.from({ length: 500 }, (_, n) => `B-${n},question ${n},answer,draft,`).join('\n')
    const table = await tableOf(`${GOOD.split('\n')[0]}\n${rows}\nA-2,Do you ship abroad?,Not yet.,draft,\n`)
    const onProgress = async (rowsDone: number) => {
      if (rowsDone === 500) await updateRule(null, rule.id, 1, { answer: 'Meanwhile.' })
    }
    await expect(applyImport(admin, { table, mode: 'all', options: {}, fileName: 'x', onProgress })).rejects.toMatchObject({
      code: 'conflict',
      details: { reason: 'changed_meanwhile' },
    })
    expect(await db().faqRule.count()).toBe(2)
    expect(await db().faqRule.findUniqueOrThrow({ where: { id: rule.id } })).toMatchObject({ answer: 'Meanwhile.', version: 2 })
  })

  it('of 10,000 rows counts as it goes, and refuses a second one meanwhile', { timeout: 60_000 }, async () => {
    const rows = Array.from({ length: 10_000 }, (_, n) => `R-${n},第 ${n} 号问题怎么办？,"答案 ${n}，第一行\n第二行",published,分类`)
    const table = await tableOf(`id,question,answer,status,category\n${rows.join('\n')}\n`)
    const job = { table, options: {}, mode: 'all' as const, fileName: 'big.csv', digest: 'x', clientKey: null }
    const seen = new Set<number>()
    let second: Promise<unknown> | undefined
    const stop = subscribe(async (event) => {
      if (event.kind !== 'import') return
      const run = await findImport(event.importId)
      if (run?.fileName === 'big.csv') seen.add(run.rowsDone)
      second ??= apply(GOOD).catch((error: unknown) => error)
    })
    const { run, finished } = await runImport(admin, job)
    expect(run).toMatchObject({ status: 'running', rows: 10_000, rowsDone: 0 })
    expect(await findRunningImport()).toMatchObject({ id: run.id })
    expect(await finished).toMatchObject({ status: 'done', rowsDone: 10_000, result: { counts: { create: 10_000, bad: 0 } } })
    stop()
    expect(await second).toMatchObject({ code: 'conflict', details: { reason: 'import_running' } })
    expect(seen.size).toBeGreaterThan(3)
    expect(await findRunningImport()).toBeNull()
    expect([await db().faqRule.count(), await db().faqRuleRevision.count()]).toEqual([10_000, 10_000])
  })

  it('keeps which rules say something new to customers, so that they can be checked', async () => {
    await apply('id,question,answer,status\nA-1,怎么退货,七天。,published\nA-2,怎么换货,十天。,published\nA-3,怎么保修,一年。,published\n')
    const text =
      'id,question,answer,status,category\nA-1,怎么退货,八天。,published,\nA-2,怎么换货,十天。,published,售后\nA-3,怎么保修,两年。,draft,\nA-4,怎么寄存,可以。,published,\nA-5,怎么预约,电话。,draft,\n'
    const job = { table: await tableOf(text), options: {}, mode: 'all' as const, fileName: 'x.csv', digest: 'x', clientKey: null }
    const { run, finished } = await runImport(admin, job)
    await finished
    const said = await db().faqRule.findMany({ where: { externalId: { in: ['A-1', 'A-4'] } }, orderBy: { externalId: 'asc' } })
    expect((await findImport(run.id))?.result?.published).toEqual({ ids: said.map(({ id }) => id), total: 2 })
  })

  it('that fails says why, to whoever asks later', async () => {
    const job = { table: await tableOf(MIXED), options: {}, mode: 'all' as const, fileName: 'x.csv', digest: 'x', clientKey: null }
    const { run, finished } = await runImport(admin, job)
    await finished
    expect(await findImport(run.id)).toMatchObject({
      status: 'failed',
      result: {
        reason: 'bad_rows',
        counts: { bad: 2 },
        problems: [{ number: 4, problems: [{ field: 'question', kind: 'required' }] }, {}],
      },
    })
  })

  it('whose process is gone is interrupted', async () => {
    const old = new Date(Date.now() - 120_000)
    const { id } = await db().faqImport.create({ data: { fileName: 'x', rows: 10, rowsDone: 5, digest: 'x', updatedAt: old } })
    expect(await findImport(id)).toMatchObject({ status: 'interrupted' })
    expect(await findRunningImport()).toBeNull()
  })
})

describe('what is exported', () => {
  const odd = {
    question: '=HYPERLINK("http://x")',
    variants: ['-5%', 'a|b；c', 'with "quotes", commas'],
    answer: "'=1+1\n@all, 第二行\n- list",
    category: '+86',
    tags: ['a,b', '、'],
    language: 'zh' as const,
    status: 'published' as const,
    validFrom: new Date('2026-11-20T08:00:00.123Z'),
    validUntil: new Date('2027-01-01T00:00:00Z'),
  }
  const exported = async (query: z.input<typeof exportQuerySchema>) => {
    const { body, extension } = await exportRules(exportQuerySchema.parse(query))
    return { bytes: Buffer.from(await new Response(body).arrayBuffer()), extension }
  }

  it.each<z.input<typeof exportQuerySchema>>([
    { format: 'csv', words: 'zh' },
    { format: 'csv', words: 'en' },
    { format: 'xlsx', words: 'zh' },
    { format: 'xlsx', words: 'en' },
    { format: 'json' },
    { format: 'ndjson' },
  ])('as $format ($words) is read back to the very same rules', async (query) => {
    await createRule(admin, odd, { externalId: 'A-1' })
    await createRule(admin, { ...odd, question: 'single', variants: ['x；y'], tags: [], validFrom: null, validUntil: null })
    await createRule(admin, { ...odd, question: 'last', variants: [], tags: ['one'], language: 'en', status: 'archived' })
    const { bytes, extension } = await exported(query)
    const table = await readTable(bytes, `rules.${extension}`)
    const { rows, counts } = await planImport(table)
    expect(rows.filter((row) => row.action !== 'unchanged')).toEqual([])
    expect(counts.unchanged).toBe(3)
    // And into an empty desk, to the same words.
    await db().faqRule.deleteMany()
    await applyImport(admin, { table, mode: 'all', options: {}, fileName: 'x' })
    expect(await db().faqRule.findUniqueOrThrow({ where: { externalId: 'A-1' } })).toMatchObject(odd)
  })

  it('has no cell that a spreadsheet would run', async () => {
    await createRule(admin, odd)
    const text = (await exported({ format: 'csv' })).bytes.toString('utf8')
    expect(text.startsWith('\uFEFFexternalId,question,')).toBe(true)
    expect(text).toContain(`,"'=HYPERLINK(""http://x"")",`)
    expect(text).toContain(`,'+86,`)
  })

  it('is what the filter finds, in as many pages as it takes', async () => {
    for (let n = 0; n < 205; n++)
      await createRule(null, { question: `q ${n}`, answer: 'a', language: n < 3 ? 'zh' : 'en', status: 'published' })
    const lines = async (query: z.input<typeof exportQuerySchema>) =>
      (await exported({ format: 'ndjson', ...query })).bytes.toString().split('\n').length - 1
    expect(await lines({})).toBe(205)
    expect(await lines({ language: 'zh' })).toBe(3)
    expect(await lines({ status: 'draft' })).toBe(0)
    expect(JSON.parse((await exported({ format: 'json', status: 'draft' })).bytes.toString())).toEqual({ items: [] })
  })
})
