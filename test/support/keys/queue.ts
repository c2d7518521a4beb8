import { expect } from 'vitest'
import { VIEWS } from '@/app/(desk)/tickets/_queue/queue-query'
import { openPage } from '../browser'
import { makeShopTicket } from '../errands'
import { makeTicket } from '../tickets'
import { blur, type EffectsOf, entersList, focuses, hasFocus, movesFocus, opens } from './press'

const ROW = 'a[data-ticket]'

export async function stageQueue(locale: 'zh' | 'en') {
  await makeShopTicket({ subject: 'Keys', message: { text: 'Which items cannot be returned?' } })
  for (let n = 0; n < 20; n++) await makeTicket({ subject: 'Keys' })
  const page = await openPage({ role: 'agent', locale, viewport: { width: 1440, height: 700 } })
  await page.goto('/tickets?view=all')
  await page.locator(ROW).first().waitFor()
  return page
}

export const QUEUE: EffectsOf<'queue'> = {
  move: entersList(ROW),
  page: movesFocus(ROW),
  ends: movesFocus(ROW),
  open: async (page, press) => {
    await page.locator(ROW).first().focus()
    await press()
    await page.waitForURL(/\/tickets\/./)
    await page.goBack()
    await page.waitForURL(/\/tickets\?/)
  },
  choose: async (page, press) => {
    await page.locator(ROW).first().focus()
    await press()
    await page.locator('[data-bulk-deeds]').waitFor()
  },
  bulk: async (page, press) => {
    await press()
    await hasFocus(page.locator('[data-bulk-deeds]'))
    await blur(page)
    await page.keyboard.press('Escape')
    await page.locator('[data-bulk-deeds]').waitFor({ state: 'hidden' })
  },
  filter: opens('[role="dialog"]'),
  arrivals: async (page, press) => {
    // While the eye is on a row, what is new waits to be asked for.
    await page.locator(ROW).first().focus()
    const { id } = await makeTicket({ subject: 'Just come' })
    await page.locator('button', { has: page.locator('kbd', { hasText: /^\.$/ }) }).waitFor()
    await press()
    await page.locator(`[data-ticket="${id}"]`).waitFor()
    await blur(page)
  },
  search: focuses('input[type="search"]'),
  views: async (page, press) => {
    for (const [at, view] of VIEWS.entries()) {
      await press(at)
      await page.waitForFunction((name) => (new URLSearchParams(window.location.search).get('view') ?? 'open') === name, view)
    }
    expect(VIEWS.length).toBe(7)
  },
}
