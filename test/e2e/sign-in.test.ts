import { describe, expect, it } from 'vitest'
import { hasBrowser, openPage } from '../support/browser'

describe.skipIf(!hasBrowser)('signing in', () => {
  it('takes one click in the demo, and ends where one wanted to go', async () => {
    const page = await openPage({ locale: 'zh' })
    await page.goto('/faq')
    await page.getByRole('button', { name: '以管理员身份进入' }).click()
    await page.waitForURL('**/faq')
    await page.getByRole('heading', { name: '知识库' }).waitFor()
  })

  it('says that the password is wrong, keeps the address and lets nobody in', async () => {
    const page = await openPage()
    await page.goto('/sign-in')
    await page.getByLabel('E-mail').fill('nobody@example.com')
    await page.getByLabel('Password').fill('not the password')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByText('The e-mail address or the password is wrong.').waitFor()
    await expect.poll(() => page.getByLabel('E-mail').inputValue()).toBe('nobody@example.com')
    await page.goto('/tickets')
    await page.waitForURL('**/sign-in**')
  })

  it('speaks the language of the browser until one is chosen', async () => {
    const page = await openPage()
    await page.goto('/sign-in')
    await page.getByRole('button', { name: '简体中文' }).click()
    await page.getByRole('heading', { name: '登录', exact: true }).waitFor()
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('zh-CN')
  })

  it('ends with signing out', async () => {
    const page = await openPage({ role: 'agent' })
    await page.goto('/tickets')
    await page.getByRole('button', { name: /^Account/ }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page.waitForURL('**/sign-in')
    await page.goto('/tickets')
    await page.waitForURL('**/sign-in**')
  })
})
