import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { KeyScope } from '@/app/_keys/keys'
import type { Messages } from '@/lib/i18n/messages/zh'

/** What shows that a key does something; `press` presses the first of its combinations, or the one at that place. */
export type Effect = (page: Page, press: (at?: number) => Promise<void>) => Promise<void>

/** One for each key of a scope: a key that is listed and has none does not compile. */
export type EffectsOf<Scope extends KeyScope> = Record<keyof Messages['keys'][Scope], Effect>

const SIGNS: Record<string, string> = { ',': 'Comma', '.': 'Period', '/': 'Slash' }

/** Presses a combination as `keys.ts` writes it; what ends in `…` is the beginning of a text. */
export async function pressCombo(page: Page, combo: string): Promise<void> {
  if (combo.endsWith('…')) return page.keyboard.type(combo.slice(0, -1))
  const parts = combo.split(/(?<=.)\+/)
  const key = parts.pop() ?? ''
  // With Alt, keys are told by their place.
  const name = parts.includes('Alt') ? (SIGNS[key] ?? key) : key
  await page.keyboard.press([...parts.map((part) => (part === 'Mod' ? 'Control' : part)), name].join('+'))
}

/** Nothing has the focus. */
export const blur = (page: Page) => page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())

export const hasFocus = (where: Locator) =>
  expect.poll(() => where.evaluateAll((all) => all.some((one) => one.contains(document.activeElement)))).toBe(true)

/** Opens something, which Escape closes. */
export const opens =
  (selector: string): Effect =>
  async (page, press) => {
    await press()
    const open = page.locator(selector).first()
    await open.waitFor()
    await page.keyboard.press('Escape')
    await open.waitFor({ state: 'hidden' })
    // The button has the focus back a moment later, and shows its name, which Escape would mean first.
    await expect
      .poll(async () => {
        await blur(page)
        return page.locator('[role="tooltip"]').count()
      })
      .toBe(0)
  }

/** Puts the focus there. */
export const focuses =
  (selector: string): Effect =>
  async (page, press) => {
    await press()
    await hasFocus(page.locator(selector))
    await blur(page)
  }

/** Each of its combinations moves the focus along the rows of a list. */
export const movesFocus =
  (row: string): Effect =>
  async (page, press) => {
    const place = () => page.evaluate((found) => [...document.querySelectorAll(found)].indexOf(document.activeElement as Element), row)
    const top = () => page.evaluate((found) => document.activeElement?.closest(found)?.getAttribute('href') ?? '', row)
    await press(0)
    await expect.poll(place).toBeGreaterThanOrEqual(0)
    const first = await top()
    await press(1)
    await expect.poll(top).not.toBe(first)
  }

/** The first press puts the focus into the list, the next ones move it. */
export const entersList =
  (row: string): Effect =>
  async (page, press) => {
    await press(0)
    await hasFocus(page.locator(row))
    await press(0)
    await movesFocus(row)(page, press)
  }
