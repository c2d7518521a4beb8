import { describe, expect, it } from 'vitest'
import { createApiKey } from '@/lib/auth/create-api-key'
import { hasBrowser, openPage } from '../support/browser'
import { wordsOf } from '../support/errands'

describe.skipIf(!hasBrowser)('an agent', () => {
  it('enters the demo with one click and answers tickets, but opens neither channels nor keys', async () => {
    const page = await openPage()
    await page.goto('/')
    await page.getByRole('button', { name: 'Enter as agent' }).click()
    await page.waitForURL('**/tickets')
    await page.locator('[data-ticket]').first().waitFor()
    await page.getByRole('button', { name: 'Account: 林晓 Lin Xiao' }).waitFor()
    for (const section of ['channels', 'keys', 'channels/new']) {
      await page.goto(`/settings/${section}`)
      await page.getByText('For admins only').waitFor()
      expect(await page.getByRole('main').getByRole('textbox').count()).toBe(0)
    }
    const offered = page.getByRole('navigation', { name: 'Settings' }).getByRole('link')
    await expect.poll(() => offered.allTextContents()).toEqual(['Model', 'Macros', 'My account', 'Preferences'])
  })

  it('is told apart by the server and not by the screen alone', async () => {
    await createApiKey({ name: 'Nightly import', scopes: ['tickets:write'] })
    const agent = await openPage({ role: 'agent' })
    expect(await (await agent.goto('/settings/keys'))?.text()).not.toContain('Nightly import')
    const admin = await openPage({ role: 'admin' })
    expect(await (await admin.goto('/settings/keys'))?.text()).toContain('Nightly import')
  })
})

describe.skipIf(!hasBrowser)('an admin', () => {
  it('makes a key that is shown once and opens the API', async () => {
    const page = await openPage({ role: 'admin' })
    await page.goto('/settings/keys')
    await page.getByLabel('Name').fill('Shop backend')
    await page.getByRole('button', { name: 'Create the key' }).click()
    const key = await wordsOf(page.getByText(/^dh_\w+$/))
    const response = await fetch(new URL('/api/v1/tickets', page.url()), { headers: { authorization: `Bearer ${key}` } })
    expect(response.status).toBe(200)
    await page.reload()
    await page.getByText('Shop backend', { exact: true }).waitFor()
    expect(await page.content()).not.toContain(key)
  })
})
