import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { createRule } from '@/lib/faq/create-rule'
import { hasBrowser, openPage } from '../support/browser'
import { expectNoSidewaysScroll } from '../support/errands'

const fileOf = (text: string | Buffer, name = 'rules.csv') => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })

const GOOD = 'Frage,answer,status,id\nDo you sell kites?,We do.,published,K-1\nDo you sell drums?,Not yet.,draft,K-2\n'

describe.skipIf(!hasBrowser)('importing rules', () => {
  it('shows what is wrong with which row, and brings in the others', async () => {
    const page = await openPage({ role: 'admin' })
    await page.goto('/faq')
    await page.getByRole('button', { name: 'Import and export' }).click()
    await page.getByRole('menuitem', { name: 'Import rules…' }).click()
    await page.waitForURL('**/faq/import')
    await page.getByLabel('Drop a file here').setInputFiles(fileOf(`${GOOD}Do you sell flutes?,,soon,K-3\n`))

    // Without a question no row is a rule; the admin says which column it is.
    await page.getByText('No column was recognized as the question.').waitFor()
    await page.getByRole('region', { name: 'Rows with problems' }).waitFor()
    await page.getByLabel('“Frage” is').selectOption({ label: 'Question' })
    await page.getByText('No column was recognized as the question.').waitFor({ state: 'detached' })
    const bad = page.getByRole('region', { name: 'Rows with problems' }).getByRole('row')
    await expect.poll(() => bad.count()).toBe(2)
    const words = await bad.last().textContent()
    expect(words).toContain('Do you sell flutes?')
    expect(words).toContain('Answer: must not be empty')
    expect(words).toContain('Status: must be draft, published or archived')

    const begin = page.getByRole('button', { name: 'Import 2 rules' })
    await expect.poll(() => begin.isDisabled()).toBe(true)
    await page.getByText('1 row has a problem: mend the file, or skip').waitFor()
    await page.getByLabel('Skip this row, import the rest').check()
    await begin.click()
    await page.waitForURL('**/faq/import?run=*')
    await page.getByText('rules.csv is imported.').waitFor()
    // One of the two is a draft: what is to be done about it is said.
    await page.getByText('1 of these rules is not published and answers nobody yet.').waitFor()
    expect(await page.getByRole('link', { name: 'See the drafts' }).getAttribute('href')).toBe('/faq?status=draft')
    await page.reload()
    await expect.poll(() => page.getByRole('region', { name: 'Rows with problems' }).textContent()).toContain('Do you sell flutes?')
    const rules = await db().faqRule.findMany({ where: { externalId: { startsWith: 'K-' } }, orderBy: { externalId: 'asc' } })
    expect(rules).toMatchObject([
      { externalId: 'K-1', question: 'Do you sell kites?', status: 'published', language: 'en' },
      { externalId: 'K-2', status: 'draft' },
    ])
    await page.getByRole('link', { name: 'See the rules' }).click()
    await page.getByRole('link', { name: /Do you sell kites/ }).waitFor()
  })

  it('changes nothing the second time, and says so', async () => {
    await createRule(null, { question: '怎么退风筝？', answer: '七天内。', language: 'zh' })
    const page = await openPage({ role: 'admin', locale: 'zh' })
    await page.goto('/faq/import')
    await page.getByLabel('把文件拖到这里').setInputFiles(fileOf('问题,答案\n怎么退风筝,七天内。\n', '规则.csv'))
    await page.getByText('将更新').waitFor()
    await page.getByRole('region', { name: '将要发生的变化' }).getByText('按问题匹配').waitFor()
    await page.getByRole('button', { name: '导入 1 条' }).click()
    await page.getByText('规则.csv 已导入。').waitFor()
    await page.getByRole('link', { name: '导入另一个文件' }).click()
    await page.getByLabel('把文件拖到这里').setInputFiles(fileOf('问题,答案\n怎么退风筝,七天内。\n', '规则.csv'))
    await page.getByText('没有需要导入的变化').waitFor()
    await expect.poll(() => page.getByRole('button', { name: '导入 0 条' }).isDisabled()).toBe(true)
  })

  it('says what becomes of an archived rule, until which day, and what the published ones contradict', async () => {
    const kites = { language: 'en', status: 'published' } as const
    await createRule(null, { ...kites, question: 'How long does a kite repair take?', answer: 'A kite repair takes 3 days.' })
    await createRule(null, { question: 'Do you mend oars?', answer: 'We do.', language: 'en', status: 'archived' })
    const page = await openPage({ role: 'admin' })
    await page.goto('/faq/import')
    const rows = 'How long does it take to repair a kite?,A kite repair takes 9 days.,\nDo you mend oars?,We do.,2027-12-31\n'
    await page.getByLabel('Drop a file here').setInputFiles(fileOf(`question,answer,valid to\n${rows}`))
    await page.getByLabel('State of new rules').selectOption('published')
    const changes = page.getByRole('region', { name: 'What would change' })
    await changes.getByText('Archived → Published · found by its question: Status, Valid until · valid through Dec 31, 2027').waitFor()
    await page.getByRole('button', { name: 'Import 2 rules' }).click()
    const conflicts = page.getByRole('region', { name: 'Conflicts with other rules' })
    await conflicts.getByText('One of them repeats or contradicts another rule').waitFor()
    await conflicts.getByRole('link', { name: 'Says otherwise · How long does a kite repair take?' }).waitFor()
  })

  it('says why a file cannot be read, and takes the next', async () => {
    const page = await openPage({ role: 'admin', viewport: { width: 390, height: 800 } })
    await page.goto('/faq/import')
    await page.getByLabel('Drop a file here').setInputFiles(fileOf(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), 'old.xls'))
    await page.getByRole('alert').getByText('This is an old Excel file').waitFor()
    await page.getByLabel('Drop a file here').setInputFiles(fileOf(GOOD))
    await page.getByRole('region', { name: 'What the columns are' }).waitFor()
    await expect.poll(() => page.getByRole('alert').getByText('old Excel').count()).toBe(0)
    await expectNoSidewaysScroll(page)
  })

  it('is followed while it goes on, also by a page that was opened later', async () => {
    const { id } = await db().faqImport.create({ data: { fileName: 'big.csv', rows: 10_000, rowsDone: 2_500, digest: 'x' } })
    const page = await openPage({ role: 'admin' })
    await page.goto('/faq/import')
    await page.getByText('2,500 of 10,000 rows').waitFor()
    await expect.poll(() => page.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('2500')
    await db().faqImport.update({ where: { id }, data: { rowsDone: 7_500 } })
    await page.getByText('7,500 of 10,000 rows').waitFor()
    await db().faqImport.update({
      where: { id },
      data: { status: 'failed', result: { reason: 'changed_meanwhile', counts: null, problems: [] } },
    })
  })

  it('goes out again as a file that a spreadsheet does not run', async () => {
    await createRule(null, { question: '=HYPERLINK("http://x")', answer: 'Kites.', language: 'en', category: 'kites-out' })
    const page = await openPage({ role: 'agent' })
    await page.goto('/faq?category=kites-out')
    await page.getByRole('button', { name: 'Import and export' }).click()
    await page.getByRole('menuitem', { name: 'CSV (opens in Excel)' }).waitFor()
    expect(await page.getByRole('menuitem', { name: 'Import rules…' }).count()).toBe(0)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'CSV (opens in Excel)' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^deskhand-rules-.*\.csv$/)
    const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n')
    expect(lines).toHaveLength(2)
    expect(lines[1]).toContain(`"'=HYPERLINK(""http://x"")"`)
  })

  it('takes back the workbook that went out, with nothing to change', async () => {
    const page = await openPage({ role: 'admin' })
    await page.goto('/faq/import')
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Export your rules' }).click()])
    await page.getByLabel('Drop a file here').setInputFiles(
      await download
        .path()
        .then((file) => readFile(file))
        .then((file) => fileOf(file, 'rules.xlsx')),
    )
    await page.getByText('Nothing to import').waitFor()
    const [unchanged, all] = [page.locator('dl > div').nth(2).locator('dd'), await db().faqRule.count()]
    await expect.poll(() => unchanged.textContent()).toBe(String(all))
  })

  it('is no page for agents', async () => {
    const page = await openPage({ role: 'agent' })
    expect((await page.request.get('/faq/import')).status()).toBe(404)
  })
})
