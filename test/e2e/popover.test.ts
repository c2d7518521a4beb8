import { describe, expect, it } from 'vitest'
import { hasBrowser, openPage } from '../support/browser'
import { makeShopTicket } from '../support/errands'

const openQueue = async () => {
  await makeShopTicket({ subject: 'Returns', message: { text: 'What is the address for returns?' } })
  const page = await openPage({ role: 'agent' })
  await page.goto('/tickets')
  const trigger = page.getByRole('button', { name: 'Filter and sort', exact: true })
  const box = page.getByRole('dialog', { name: 'Filter and sort', exact: true })
  await trigger.waitFor()
  return { page, trigger, box }
}

describe.skipIf(!hasBrowser)('a popover', () => {
  it('takes the focus, keeps the Tab key, and gives the focus back with Escape', async () => {
    const { page, trigger, box } = await openQueue()
    const { keyboard } = page
    const hasFocus = (name: string) => box.getByLabel(name, { exact: true }).evaluate((element) => element === document.activeElement)
    await trigger.focus()
    await keyboard.press('Enter')
    await box.waitFor()
    expect(await trigger.getAttribute('aria-expanded')).toBe('true')
    await expect.poll(() => hasFocus('Sort')).toBe(true)
    await keyboard.press('Shift+Tab')
    // The button below it can be used once something is filtered.
    await expect.poll(() => hasFocus('Knowledge gap')).toBe(true)
    await keyboard.press('Tab')
    await expect.poll(() => hasFocus('Sort')).toBe(true)
    await keyboard.press('Escape')
    await box.waitFor({ state: 'detached' })
    expect(await trigger.getAttribute('aria-expanded')).toBe('false')
    await expect.poll(() => trigger.evaluate((element) => element === document.activeElement)).toBe(true)
  })

  it('stands beside what opens it and in the window, also when that becomes small', async () => {
    const { page, trigger, box } = await openQueue()
    await trigger.click()
    // It stands on whole pixels, its button need not.
    const isBeside = async () => {
      const [above, below] = await Promise.all([trigger.boundingBox(), box.boundingBox()])
      return above !== null && below !== null && Math.abs(below.y - above.y - above.height - 6) < 1
    }
    await expect.poll(isBeside).toBe(true)
    await page.setViewportSize({ width: 380, height: 700 })
    await expect.poll(isBeside).toBe(true)
    const { x, width } = (await box.boundingBox()) ?? { x: -1, width: 0 }
    expect(x).toBeGreaterThanOrEqual(8)
    expect(x + width).toBeLessThanOrEqual(380 - 8)
  })

  it('ends with a press beside it, a tap beside it and its own button, but not with a finger that scrolls', async () => {
    const { page, trigger, box } = await openQueue()
    const main = page.getByRole('main')
    await trigger.click()
    await box.waitFor()
    await main.click({ position: { x: 1000, y: 800 } })
    await box.waitFor({ state: 'detached' })
    // The focus is where the person went.
    expect(await trigger.evaluate((element) => element === document.activeElement)).toBe(false)

    await trigger.click()
    await box.waitFor()
    await trigger.click()
    await box.waitFor({ state: 'detached' })

    await trigger.click()
    await box.waitFor()
    await main.dispatchEvent('pointerdown', { pointerType: 'touch', bubbles: true })
    await main.dispatchEvent('pointercancel', { pointerType: 'touch', bubbles: true })
    await main.dispatchEvent('click', { bubbles: true })
    expect(await box.isVisible()).toBe(true)
    await main.dispatchEvent('pointerdown', { pointerType: 'touch', bubbles: true })
    expect(await box.isVisible()).toBe(true)
    await main.dispatchEvent('click', { bubbles: true })
    await box.waitFor({ state: 'detached' })
  })

  it('leaves Escape to what lies above it, and a name of an icon takes it from nobody', async () => {
    const { page, trigger, box } = await openQueue()
    await page.keyboard.press('b')
    const bell = page.getByRole('dialog', { name: 'Notifications' })
    await bell.waitFor()
    await page.keyboard.press('Escape')
    await bell.waitFor({ state: 'detached' })
    // The focus is back at the bell by keyboard: its name is shown.
    const name = page.getByRole('tooltip', { name: 'Notifications' })
    await name.waitFor()
    await trigger.click()
    await box.waitFor()
    await name.waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'Knowledge base', exact: true }).hover()
    await page.getByRole('tooltip', { name: 'Knowledge base' }).waitFor()
    await page.keyboard.press('Escape')
    await box.waitFor({ state: 'detached' })
    await page.getByRole('tooltip').waitFor({ state: 'detached' })
  })
})
