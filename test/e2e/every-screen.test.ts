import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '@/lib/i18n/locales'
import { en } from '@/lib/i18n/messages/en'
import { expectAccessible } from '../support/axe'
import { hasBrowser, openPage } from '../support/browser'
import { findCutText } from '../support/cut-text'
import { expectNoSidewaysScroll, wordsOf } from '../support/errands'
import { everyScreen, isDoor } from '../support/screens'

const DESK = { width: 1280, height: 800 }
const PHONE = { width: 390, height: 844 }
/** A key that has no words shows itself; `{{ticket.number}}` is how a macro names a field. */
const BARE_KEY = new RegExp(`(?<!\\{\\s*)\\b(?:${Object.keys(en).join('|')})\\.[a-z]\\w*(?:\\.\\w+)*\\b(?!\\()`)

/** Words and not keys, none of them cut, nothing that axe forbids in either theme, and no scrolling sideways on a phone. */
async function expectGood(page: Page, screen: string): Promise<string[]> {
  const problems: string[] = []
  const check = async (what: string, is: () => Promise<void>) => {
    await is().catch((error: Error & { actual?: unknown }) =>
      problems.push(`${screen}, ${what}: ${error.message} ${JSON.stringify(error.actual ?? '').slice(0, 1_500)}`),
    )
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.setViewportSize(DESK)
  await page.goto(screen)
  const main = page.getByRole('main')
  await check('words', async () => {
    await expect.poll(async () => (await wordsOf(main)).trim().length).toBeGreaterThan(10)
    expect((await wordsOf(main)).match(BARE_KEY)?.[0]).toBeUndefined()
    // What a text is not given, it says so.
    expect(await wordsOf(main)).not.toMatch(/\bundefined\b/)
  })
  // A page is told from another in the browser's tabs, too.
  await check('title', async () => expect(await page.title()).toMatch(/^(?!Settings|设置).+ · Deskhand$/))
  await check('cut text', async () => expect(await findCutText(page)).toEqual([]))
  await check('sideways at 1280', () => expectNoSidewaysScroll(page))
  await check('light', () => expectAccessible(page))
  // The same elements in other colours.
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await check('dark', () => expectAccessible(page, undefined, { rules: ['color-contrast'] }))
  await page.setViewportSize(PHONE)
  await check('phone', () => expectNoSidewaysScroll(page))
  return problems
}

describe.skipIf(!hasBrowser)('every screen', () => {
  it.each(LOCALES)(
    'has words that are not cut, is accessible in both themes, and fits a phone (%s)',
    { timeout: 900_000 },
    async (locale) => {
      const page = await openPage({ role: 'admin', locale })
      const visitor = await openPage({ locale })
      const problems: string[] = []
      for (const screen of await everyScreen()) problems.push(...(await expectGood(isDoor(screen) ? visitor : page, screen)))
      expect(problems).toEqual([])
    },
  )
})
