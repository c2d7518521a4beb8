import { readFile } from 'node:fs/promises'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { hasBrowser, openPage } from '../support/browser'
import { waitForEveryDraft, wordsOf } from '../support/errands'

describe.skipIf(!hasBrowser)('the figures of the desk', () => {
  it('are read by keyboard, as a table, as a file, and for another period', async () => {
    const page = await openPage({ role: 'admin' })
    await page.goto('/insights')
    const panel = page.getByRole('region', { name: 'Drafts by rung' })
    const days = panel.getByRole('group', { name: /Arrow keys/ }).getByRole('img')
    await expect.poll(() => days.count()).toBe(28)

    await days.last().focus()
    await page.keyboard.press('ArrowLeft')
    const focused = page.locator('[data-column]:focus')
    await expect.poll(() => focused.getAttribute('data-column')).toBe('26')
    expect(await focused.getAttribute('aria-label')).toMatch(/: \d+\. Verbatim \d+, Cached \d+, Model \d+/)
    await page.keyboard.press('Home')
    await expect.poll(() => focused.getAttribute('data-column')).toBe('0')

    await panel.getByRole('button', { name: 'Table' }).click()
    const rows = panel.getByRole('table').getByRole('row')
    await expect.poll(() => rows.count()).toBe(29)

    const downloading = page.waitForEvent('download')
    await panel.getByRole('link', { name: 'Drafts by rung as CSV' }).click()
    const download = await downloading
    expect(download.suggestedFilename()).toMatch(/^deskhand-drafts-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/)
    const { data } = Papa.parse<string[]>((await readFile(await download.path(), 'utf8')).replace('\uFEFF', ''), { skipEmptyLines: true })
    expect(data[0]).toEqual(['Day', 'Verbatim', 'Cached', 'Model', 'Fallback', 'No rule', 'All'])
    expect(data).toHaveLength(29)
    const shown = await wordsOf(rows.nth(5).getByRole('cell').last())
    expect(data[5]?.at(-1)).toBe(shown)

    await page.getByRole('link', { name: '7 d', exact: true }).click()
    await page.waitForURL('**/insights?days=7')
    await expect.poll(() => rows.count()).toBe(8)
    await page.reload()
    await expect.poll(() => days.count()).toBe(7)
    await page.getByLabel('From', { exact: true }).fill('2020-01-01')
    await page.getByLabel('To', { exact: true }).fill('2020-01-31')
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await page.waitForURL('**/insights?from=2020-01-01&to=2020-01-31')
    await page.getByText('Nothing in this period').waitFor()
  })

  it('say of every row how much of the edited drafts was changed; what one sees first and the gaps are files, too', async () => {
    // What tickets of other tests are still waiting for would be counted between the page and the file.
    await waitForEveryDraft()
    const page = await openPage({ role: 'admin' })
    await page.goto('/insights')
    for (const name of ['By rule', 'By agent', 'By model and prompt']) {
      const panel = page.getByRole('region', { name, exact: true })
      await panel.getByRole('columnheader', { name: 'Changed, of those edited' }).waitFor()
      await panel.getByText(/^Changed: how much of a draft was rewritten/).waitFor()
    }
    const rowsOf = async (name: string) => {
      const downloading = page.waitForEvent('download')
      await page.getByRole('link', { name: `${name} as CSV` }).click()
      const text = await readFile(await (await downloading).path(), 'utf8')
      return Papa.parse<string[]>(text.replace('\uFEFF', ''), { skipEmptyLines: true }).data
    }
    const drafts = await wordsOf(page.getByRole('region', { name: 'At a glance' }).getByRole('definition').first())
    const key = await rowsOf('At a glance')
    expect(key[0]).toEqual(['Figure', 'This period', 'The one before'])
    expect(key[1]?.slice(0, 2)).toEqual(['Drafts', drafts.replaceAll(',', '')])
    const gaps = page.getByRole('region', { name: 'Gaps', exact: true })
    await gaps.getByText(/rows? of suggestion of the last 30 days/).waitFor()
    const listed = await rowsOf('Gaps')
    expect(listed[0]).toEqual(['Question', 'Language', 'Questions', 'Handling, median (ms)', 'Minutes of handling'])
    expect(listed.length - 1).toBeGreaterThanOrEqual(await gaps.getByRole('listitem').count())
  })

  it('have Chinese column names that are not broken in the middle of a word', async () => {
    const page = await openPage({ role: 'admin', locale: 'zh', viewport: { width: 1280, height: 800 } })
    await page.goto('/insights')
    await page.getByRole('columnheader', { name: '修改或未采用' }).first().waitFor()
    const broken = await page.getByRole('columnheader').evaluateAll((cells) =>
      cells.flatMap((cell) => {
        const text = document.createRange()
        text.selectNodeContents(cell)
        const lines = new Set([...text.getClientRects()].map(({ top }) => top))
        return cell.clientWidth > 1 && lines.size > 1 && !/[（(]/.test(cell.textContent) ? [cell.textContent] : []
      }),
    )
    expect(broken).toEqual([])
    expect(
      await page.locator('.overflow-x-auto').evaluateAll((boxes) => boxes.filter((box) => box.scrollWidth > box.clientWidth + 1).length),
    ).toBe(0)
  })

  it('count the minutes saved by the team’s own speeds', async () => {
    const page = await openPage({ role: 'admin' })
    await page.goto('/insights')
    const panel = page.getByRole('region', { name: 'Minutes saved' })
    const english = panel.getByRole('row', { name: /^English/ })
    const before = await wordsOf(english)
    await panel.getByLabel('English · Typing, characters a minute').fill('100')
    await panel.getByRole('button', { name: 'Save speeds' }).click()
    await expect.poll(() => wordsOf(english)).not.toBe(before)
  })

  it('are the team’s for an agent too, who sees no colleague’s own', async () => {
    const page = await openPage({ role: 'agent' })
    await page.goto('/insights')
    const panel = page.getByRole('region', { name: 'You, beside the team' })
    await expect.poll(() => panel.getByRole('rowheader').count()).toBe(2)
    await panel.getByRole('rowheader', { name: 'Team' }).waitFor()
    await page.getByText('Admins set the speeds.').waitFor()
    await page.getByRole('region', { name: 'Gaps' }).getByRole('link', { name: 'All gaps' }).waitFor()
  })
})
