import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { LOCALES } from '@/lib/i18n/locales'
import { hasBrowser, openPage } from '../support/browser'
import { expectNoSidewaysScroll, makeShopTicket, wordsOf } from '../support/errands'

const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
]
/** A key that has no words shows itself. */
const BARE_KEY =
  /\b(?:cache|common|door|errors|faq|faqCheck|faqGaps|faqImport|faqList|faqTry|outbox|queue|rung|settings|shell|ticket)\.[a-z]\w*(?:\.\w+)*/

async function everyScreen(): Promise<string[]> {
  const ticket = await makeShopTicket({ subject: 'Returns', message: { text: 'Which items cannot be returned?' } })
  const rule = await db().faqRule.findFirstOrThrow({ select: { id: true } })
  const channel = await db().channel.findFirstOrThrow({ where: { outgoingKind: 'outbox' }, select: { id: true } })
  return [
    '/tickets',
    '/tickets?view=resolved&q=nothing-like-this',
    `/tickets/${ticket.id}`,
    '/faq',
    `/faq?rule=${rule.id}`,
    '/faq?new=zh',
    '/faq/try',
    '/faq/gaps',
    '/faq/import',
    '/outbox',
    '/settings/channels',
    '/settings/channels/new',
    `/settings/channels/${channel.id}`,
    '/settings/keys',
    '/settings/model',
    '/settings/cache',
    '/settings/preferences',
  ]
}

async function expectWords(page: Page): Promise<void> {
  const words = await wordsOf(page.getByRole('main'))
  expect(words.trim().length, page.url()).toBeGreaterThan(10)
  expect(words, page.url()).not.toMatch(BARE_KEY)
}

describe.skipIf(!hasBrowser)('both languages', () => {
  it.each(LOCALES)('have words for every screen, which fits a desk and a phone (%s)', async (locale) => {
    const page = await openPage({ role: 'admin', locale })
    for (const screen of await everyScreen()) {
      await page.goto(screen)
      for (const size of SIZES) {
        await page.setViewportSize(size)
        await expectWords(page)
        await expectNoSidewaysScroll(page)
      }
    }
    const door = await openPage({ locale, viewport: SIZES[1] })
    await door.goto('/sign-in')
    await expectWords(door)
    await expectNoSidewaysScroll(door)
  })

  it('are one choice away from each other, which stays', async () => {
    const page = await openPage({ role: 'agent', locale: 'en' })
    await page.goto('/tickets')
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await page.getByRole('button', { name: /^Account/ }).click()
    await page.getByRole('menuitemradio', { name: '简体中文' }).click()
    await page.getByRole('link', { name: '知识库' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
    await page.reload()
    await page.getByRole('link', { name: '知识库' }).click()
    await page.waitForURL('**/faq')
    await page.getByRole('button', { name: /^账户/ }).click()
    await page.getByRole('menuitemradio', { name: 'English' }).click()
    await page.getByRole('link', { name: 'Knowledge base' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
  })
})
