import { describe, expect, it } from 'vitest'
import { expectAccessible } from '../support/axe'
import { hasBrowser, openPage } from '../support/browser'
import { hasFocus } from '../support/errands'

describe.skipIf(!hasBrowser)('a menu', () => {
  it('is opened, walked through, searched by letter, chosen from and left by keyboard', async () => {
    const page = await openPage({ role: 'agent' })
    await page.goto('/tickets')
    const { keyboard } = page
    const trigger = page.getByRole('button', { name: /^Switch view/ })
    const focused = () =>
      page.evaluate(() => `${document.activeElement?.getAttribute('role')} ${document.activeElement?.textContent?.trim()}`)
    const menu = page.getByRole('menu', { name: /^Switch view/ })

    await trigger.focus()
    await keyboard.press('ArrowDown')
    await menu.waitFor()
    await expect.poll(focused).toMatch(/^menuitemradio Open/)
    await expectAccessible(page, '[role=menu]')
    await keyboard.press('ArrowUp')
    await expect.poll(focused).toMatch(/^menuitemradio All/)
    await keyboard.press('ArrowDown')
    await expect.poll(focused).toMatch(/^menuitemradio Open/)
    await keyboard.press('End')
    await expect.poll(focused).toMatch(/^menuitemradio All/)
    await keyboard.press('Home')
    await expect.poll(focused).toMatch(/^menuitemradio Open/)
    await keyboard.type('res')
    await expect.poll(focused).toMatch(/^menuitemradio Resolved/)
    await keyboard.press('Tab')
    await expect.poll(focused).toMatch(/^menuitemradio Resolved/)
    await keyboard.press('Escape')
    await menu.waitFor({ state: 'detached' })
    await expect.poll(() => hasFocus(trigger)).toBe(true)

    await keyboard.press('Enter')
    await menu.waitFor()
    await expect.poll(focused).toMatch(/^menuitemradio Open/)
    await expect.poll(() => page.getByRole('menuitemradio', { checked: true }).textContent()).toMatch(/^Open/)
    await keyboard.type('res')
    await expect.poll(focused).toMatch(/^menuitemradio Resolved/)
    await keyboard.press('Enter')
    await page.waitForURL('**/tickets?view=resolved')
    await page.getByRole('button', { name: 'Switch view, now: Resolved' }).waitFor()
    await menu.waitFor({ state: 'detached' })
  })

  it('follows the pointer, and a click beside it closes it', async () => {
    const page = await openPage({ role: 'agent' })
    await page.goto('/tickets')
    await page.getByRole('button', { name: /^Account/ }).click()
    const dark = page.getByRole('menuitemradio', { name: 'Dark' })
    await dark.hover()
    await expect.poll(() => hasFocus(dark)).toBe(true)
    await page.getByRole('main').click({ position: { x: 600, y: 600 } })
    await page.getByRole('menu').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: /^Account/ }).click()
    await dark.click()
    await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark')
    await page.getByRole('menu').waitFor({ state: 'detached' })
  })
})
