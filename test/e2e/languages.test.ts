import { describe, expect, it } from 'vitest'
import { hasBrowser, openPage } from '../support/browser'

describe.skipIf(!hasBrowser)('both languages', () => {
  it('are one choice away from each other, which stays', async () => {
    const page = await openPage({ role: 'agent', locale: 'en' })
    await page.goto('/tickets')
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en')
    await page.getByRole('button', { name: /^Account/ }).click()
    await page.getByRole('menuitemradio', { name: '简体中文' }).click()
    await page.getByRole('link', { name: '知识库' }).waitFor()
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('zh-CN')
    await page.reload()
    await page.getByRole('link', { name: '知识库' }).click()
    await page.waitForURL('**/faq')
    await page.getByRole('button', { name: /^账户/ }).click()
    await page.getByRole('menuitemradio', { name: 'English' }).click()
    await page.getByRole('link', { name: 'Knowledge base' }).waitFor()
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en')
  })
})
