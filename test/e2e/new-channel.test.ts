import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { hasBrowser, openPage } from '../support/browser'

describe.skipIf(!hasBrowser)('a new channel', () => {
  it('without the address for its replies says what one looks like, and is made once it is there', async () => {
    const page = await openPage({ role: 'admin' })
    await page.goto('/settings/channels/new')
    await page.getByLabel('Name', { exact: true }).fill('Kiosk')
    await page.getByLabel('Replies go to').selectOption('webhook')
    const create = page.getByRole('button', { name: 'Create the channel' })
    await create.click()
    await page.getByText('Enter a valid address that begins with https://.').waitFor()
    await page.getByLabel('Address that receives replies').fill('https://kiosk.example/replies')
    await create.click()
    await page.getByText('The secret is shown this once. Save it now.').waitFor()
    await expect
      .poll(() => db().channel.findFirst({ where: { name: 'Kiosk' }, select: { outgoingUrl: true } }))
      .toEqual({ outgoingUrl: 'https://kiosk.example/replies' })
  })
})
