import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { publishNow } from '@/lib/events'
import { createRule } from '@/lib/faq/create-rule'
import { updateRule } from '@/lib/faq/update-rule'
import { hasBrowser, openPage } from '../support/browser'

const makeRule = (question: string, tag: string) =>
  createRule(null, { question, answer: 'An answer.', language: 'en', status: 'draft', tags: [tag] })

describe.skipIf(!hasBrowser)('the list of rules', () => {
  it('finds by what customers ask, and says how well', async () => {
    await createRule(null, { question: 'Do you sell marimba mallets?', answer: 'We do.', language: 'en', status: 'published' })
    const page = await openPage({ role: 'admin' })
    await page.goto('/faq')
    await page.getByRole('searchbox').fill('can i buy mallets for my marimba')
    const list = page.getByRole('region', { name: 'List of rules' })
    await list.getByRole('link', { name: /^Do you sell marimba mallets\?\s*0\.\d\d/ }).waitFor()
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('can i buy mallets for my marimba')
  })

  it('does not ask to pick where nothing was found, but offers to write what was looked for', async () => {
    const page = await openPage({ role: 'admin' })
    await page.goto('/faq?tag=no-such-tag&q=Do+you+sell+xylographs')
    await page.getByText('No rule to open').waitFor()
    expect(await page.getByText('Pick a rule').count()).toBe(0)
    await page.getByRole('link', { name: 'Write a rule' }).click()
    await expect.poll(() => page.getByLabel('Question', { exact: true }).inputValue()).toBe('Do you sell xylographs')
  })

  it('changes many at once, after saying how many', async () => {
    const questions = ['Kazoo one?', 'Kazoo two?', 'Kazoo three?']
    for (const question of questions) await makeRule(question, 'kazoo')
    const page = await openPage({ role: 'admin' })
    await page.goto('/faq?tag=kazoo')
    for (const question of questions) await page.getByRole('checkbox', { name: `Select: ${question}` }).check()
    await page.getByRole('button', { name: 'Publish' }).click()
    await page.getByText('Publish the 3 selected rules').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click()
    await expect.poll(() => db().faqRule.count({ where: { tags: { has: 'kazoo' }, status: 'published' } })).toBe(3)
    await page.getByRole('toolbar').waitFor({ state: 'detached' })
  })

  it('undoes what was done to many, but for what was changed since', async () => {
    const questions = ['Ocarina one?', 'Ocarina two?', 'Ocarina three?']
    for (const question of questions) await makeRule(question, 'ocarina')
    const page = await openPage({ role: 'admin' })
    await page.goto('/faq?tag=ocarina')
    for (const question of questions) await page.getByRole('checkbox', { name: `Select: ${question}` }).check()
    await page.getByRole('button', { name: 'Publish' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click()
    const done = page.getByRole('region', { name: 'Last change' })
    await done.getByText('3 rules published').waitFor()
    const edited = await db().faqRule.findFirstOrThrow({ where: { question: 'Ocarina two?' } })
    await updateRule(null, edited.id, edited.version, { answer: 'Another answer.' })
    await done.getByRole('button', { name: 'Undo' }).click()
    await done.getByText('2 rules are as before; 1 was changed again since and stays').waitFor()
    const published = await db().faqRule.findMany({
      where: { tags: { has: 'ocarina' }, status: 'published' },
      select: { question: true, answer: true },
    })
    expect(published).toEqual([{ question: 'Ocarina two?', answer: 'Another answer.' }])
    await done.getByRole('button', { name: 'Close' }).click()
    await done.waitFor({ state: 'detached' })
  })

  it('says before many are published which of them contradict another', async () => {
    await createRule(null, { question: 'How long can I borrow a bassoon?', answer: 'For 4 weeks.', language: 'en', status: 'published' })
    await createRule(null, { question: 'How long may one borrow a bassoon?', answer: 'For 6 weeks.', language: 'en', tags: ['bassoon'] })
    await makeRule('Do you tune bassoons?', 'bassoon')
    const page = await openPage({ role: 'admin' })
    await page.goto('/faq?tag=bassoon')
    await page.getByRole('checkbox', { name: 'Select: Do you tune bassoons?' }).check()
    await page.getByRole('button', { name: 'Select all 2' }).click()
    await page.getByRole('toolbar', { name: '2 selected' }).waitFor()
    await page.getByRole('button', { name: 'Publish' }).click()
    await page.getByText(/^One of them repeats or contradicts another rule/).waitFor()
    await page.getByRole('link', { name: 'Says otherwise · How long can I borrow a bassoon?' }).waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click()
    await expect.poll(() => db().faqRule.count({ where: { tags: { has: 'bassoon' }, status: 'published' } })).toBe(2)
  })

  it('looks through more than a hundred before they are published, however far apart they stand', { timeout: 300_000 }, async () => {
    const syllables = ['ba', 'ce', 'di', 'fo', 'gu', 'ha', 'je', 'ki', 'lo', 'mu', 'na', 'pe']
    const words = syllables.flatMap((one) => syllables.map((other) => `${one}${other}${one.at(-1)}x`))
    const fields = { answer: 'Yes.', language: 'en', status: 'draft', tags: ['theremin'] } as const
    const variants = ['How long does theremin hire take to confirm?']
    await db().faqRule.createMany({
      data: [
        ...words.map((word) => ({ ...fields, tags: ['theremin'], question: `${word}?` })),
        { ...fields, tags: ['theremin'], question: 'Aardvark?', variants, answer: 'It is confirmed within 3 days.' },
        { ...fields, tags: ['theremin'], question: 'Zyzzyva?', variants, answer: 'It is confirmed within 8 days.' },
      ],
    })
    const page = await openPage({ role: 'admin' })
    await page.goto('/faq?tag=theremin&sort=question')
    await page.getByRole('checkbox', { name: 'Select: Aardvark?' }).check()
    await page.getByRole('button', { name: 'Select all 146' }).click()
    await page.getByRole('toolbar', { name: '146 selected' }).waitFor()
    await page.getByRole('button', { name: 'Publish' }).click()
    await page.getByText('2 of them repeat or contradict other rules').waitFor()
    await page.getByRole('link', { name: 'Says otherwise · Zyzzyva?' }).waitFor()
    await db().faqRule.deleteMany({ where: { tags: { has: 'theremin' } } })
  })

  it('is walked through, opened and chosen from with the keyboard', async () => {
    for (const question of ['Lute one?', 'Lute three?', 'Lute two?']) await makeRule(question, 'lute')
    const page = await openPage({ role: 'admin' })
    await page.goto('/faq?tag=lute&sort=question')
    const row = (name: string) => page.getByRole('link', { name })
    for (const key of ['j', 'j', 'x', 'j', 'x', 'k']) await page.keyboard.press(key)
    await page.getByRole('toolbar', { name: '2 selected' }).waitFor()
    expect(await page.getByRole('checkbox', { name: 'Select: Lute one?' }).isChecked()).toBe(false)
    await expect.poll(() => row('Lute three?').evaluate((link) => link === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/faq?tag=lute&sort=question&rule=*')
    await page.getByRole('textbox', { name: 'Question', exact: true }).waitFor()
    await page.keyboard.press('/')
    await expect.poll(() => page.getByRole('searchbox').evaluate((box) => box === document.activeElement)).toBe(true)
    await page.keyboard.press('Tab')
    await page.getByRole('button', { name: /^Account/ }).focus()
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).getByText('Choose the rule').waitFor()
  })

  it('keeps its filters in the address, where Back undoes them one by one', async () => {
    await makeRule('Do you string violas?', 'viola')
    const page = await openPage({ role: 'admin' })
    await page.goto('/faq')
    await page.getByLabel('Filter by tag').selectOption('viola')
    await page.waitForURL('**/faq?tag=viola')
    await page.getByLabel('Filter by status').selectOption('draft')
    await page.waitForURL('**/faq?status=draft&tag=viola')
    await page.getByRole('searchbox').fill('nothing like this')
    await page.getByText('No rule matches').waitFor()
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('nothing like this')
    const again = await openPage({ role: 'admin' })
    await again.goto(page.url())
    await expect.poll(() => again.getByRole('searchbox').inputValue()).toBe('nothing like this')
    await page.goBack()
    await page.waitForURL('**/faq?tag=viola')
    await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('')
    await page.getByRole('link', { name: 'Do you string violas?' }).waitFor()
    await page.goBack()
    await page.waitForURL((url) => url.pathname === '/faq' && url.search === '')
    await page.getByLabel('Filter by tag').selectOption('viola')
    await page.getByRole('searchbox').fill('nothing like this')
    await page.getByRole('link', { name: 'Clear search and filters' }).click()
    await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('')
  })

  it('gives out the rules that are chosen', async () => {
    for (const question of ['Sitar one?', 'Sitar two?', 'Sitar three?']) await makeRule(question, 'sitar')
    const page = await openPage({ role: 'admin' })
    await page.goto('/faq?tag=sitar')
    for (const question of ['Sitar one?', 'Sitar three?']) await page.getByRole('checkbox', { name: `Select: ${question}` }).check()
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'NDJSON' }).click()])
    const lines = (await readFile(await download.path(), 'utf8')).trim().split('\n')
    expect(lines.map((line) => JSON.parse(line).question).sort()).toEqual(['Sitar one?', 'Sitar three?'])
    await page.getByRole('toolbar', { name: '2 selected' }).waitFor()
  })
})

describe.skipIf(!hasBrowser)('ten thousand rules', () => {
  beforeAll(async () => {
    await db().$executeRaw`
      insert into faq_rule (id, question, answer, category, language, status, updated_at)
      select gen_random_uuid(), 'Ocarina ' || lpad(n::text, 5, '0'), 'An answer.', 'Ocarinas', 'en', 'draft', now() from generate_series(1, 10000) n`
  })
  afterAll(async () => {
    await db().faqRule.deleteMany({ where: { category: 'Ocarinas' } })
  })

  const openList = async () => {
    const page = await openPage({ role: 'admin' })
    await page.goto('/faq?category=Ocarinas&sort=question')
    await page.getByRole('link', { name: /^Ocarina 00001/ }).waitFor()
    return page
  }
  const toTheEnd = (page: Page) =>
    page
      .getByRole('region', { name: 'List of rules' })
      .getByRole('listitem')
      .first()
      .evaluate((row) => {
        const box = row.closest('.pane-scroll')
        box?.scrollTo({ top: box.scrollHeight })
      })

  it('are there when they are scrolled to; only those in sight exist', async () => {
    const page = await openList()
    const rows = page.getByRole('region', { name: 'List of rules' }).getByRole('listitem')
    expect(await rows.count()).toBeLessThan(80)
    await toTheEnd(page)
    await page.getByRole('link', { name: /^Ocarina 10000/ }).waitFor()
    expect(await rows.count()).toBeLessThan(80)
  })

  it('are walked through with Page Down, End and Home, the focus going along', async () => {
    const page = await openList()
    const inFocus = () => page.evaluate(() => document.activeElement?.textContent?.slice(0, 'Ocarina 00000'.length))
    await page.keyboard.press('j')
    await expect.poll(inFocus).toBe('Ocarina 00001')
    // Further than the rows that there are at the beginning.
    for (let times = 0; times < 12; times++) await page.keyboard.press('PageDown')
    await expect.poll(async () => Number((await inFocus())?.slice(-5))).toBeGreaterThan(80)
    await page.keyboard.press('End')
    await expect.poll(inFocus).toBe('Ocarina 10000')
    await page.keyboard.press('k')
    await expect.poll(inFocus).toBe('Ocarina 09999')
    await page.keyboard.press('Home')
    await expect.poll(inFocus).toBe('Ocarina 00001')
  })

  it('arrive although a rule is changed while they are on their way', async () => {
    const page = await openList()
    let answer = () => {}
    const isTold = new Promise<void>((resolve) => {
      answer = resolve
    })
    let asked = 0
    await page.route('**/faq/rules?*', async (route) => {
      // The first answer belongs to the list as it was.
      if (++asked === 1) await isTold
      await route.continue().catch(() => undefined)
    })
    await toTheEnd(page)
    await expect.poll(() => asked).toBeGreaterThan(0)
    const refreshed = page.waitForResponse((response) => response.url().includes('_rsc='))
    await publishNow({ kind: 'rules' })
    await refreshed
    answer()
    await page.getByRole('link', { name: /^Ocarina 10000/ }).waitFor()
  })

  it('that do not come are said to be missing, and asked for again', async () => {
    const page = await openList()
    let isAway = true
    await page.route('**/faq/rules?*', (route) => (isAway ? route.fulfill({ body: 'no list' }) : route.continue()))
    await toTheEnd(page)
    await page.getByText('Some rules did not load.').waitFor()
    isAway = false
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('link', { name: /^Ocarina 10000/ }).waitFor()
    await expect.poll(() => page.getByText('Some rules did not load.').count()).toBe(0)
  })

  it('are all chosen at once, and changed, counting', async () => {
    await db().faqRule.deleteMany({ where: { category: 'Ocarinas', question: { gt: 'Ocarina 00450' } } })
    const page = await openList()
    await page.getByRole('checkbox', { name: 'Select: Ocarina 00001' }).check()
    await page.getByRole('button', { name: 'Select all 450' }).click()
    await page.getByRole('toolbar', { name: '450 selected' }).waitFor()
    await page.getByRole('button', { name: 'Tag', exact: true }).click()
    await page
      .getByRole('textbox', { name: 'Tag' })
      .or(page.getByRole('combobox', { name: 'Tag', exact: true }))
      .fill('clay')
    await page.getByRole('dialog').getByRole('button', { name: 'Tag' }).click()
    await expect.poll(() => db().faqRule.count({ where: { tags: { has: 'clay' } } }), { timeout: 120_000 }).toBe(450)
    await page.getByRole('toolbar').waitFor({ state: 'detached' })
  })
})
