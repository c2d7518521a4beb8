import { describe, expect, it } from 'vitest'
import { hasBrowser, openPage } from '../support/browser'

describe.skipIf(!hasBrowser)('the model page', () => {
  it('shows the worker as it is now, and goes on showing it', async () => {
    const page = await openPage({ role: 'agent' })
    await page.goto('/settings/model')
    const server = page.getByRole('article')
    await server.getByText('Ready', { exact: true }).waitFor()
    await server.getByText('Demo model').waitFor()
    await server.getByText(/^CPU · \d+ threads?$/).waitFor()
    await server.getByText(/^\d+ of \d+ at once$/).waitFor()
    const asOf = server.locator('time')
    const first = await asOf.getAttribute('dateTime')
    await expect.poll(() => asOf.getAttribute('dateTime')).not.toBe(first)
  })
})
