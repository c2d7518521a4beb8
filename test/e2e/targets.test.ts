import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { getTicket } from '@/lib/tickets/get-ticket'
import { expectAccessible } from '../support/axe'
import { hasBrowser, openPage } from '../support/browser'
import { makeTicket } from '../support/tickets'

describe.skipIf(!hasBrowser)('the targets', () => {
  it('are set by an admin, and open tickets follow', async () => {
    const { id } = await makeTicket({ priority: 'urgent', contact: { name: 'Due' } })
    const dueIn = async () => {
      const { createdAt, dueAt } = await db().ticket.findUniqueOrThrow({ where: { id }, select: { createdAt: true, dueAt: true } })
      return dueAt && (dueAt.getTime() - createdAt.getTime()) / 60_000
    }
    expect(await dueIn()).toBe(30)
    const page = await openPage({ role: 'admin' })
    await page.goto('/settings/targets')
    await expectAccessible(page)
    const minutes = page.getByRole('spinbutton', { name: 'First reply · Urgent · min' })
    await minutes.fill('0')
    await page.getByText('Between 1 minute and 90 days').waitFor()
    await minutes.fill('45')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved.').waitFor()
    await expect.poll(dueIn).toBe(45)
    await page.goto(`/tickets/${id}`)
    await page.getByText(/^First reply: 4\dm left$/).waitFor()
    const row = page.locator(`[data-ticket="${id}"]`)
    await expect.poll(() => row.textContent()).toMatch(/Customer waiting since (<1m|\dm|now) · 4\dm left/)
    expect(await row.textContent()).toContain((await getTicket(id)).subject)
    await minutes.page().goto('/settings/targets')
    await minutes.fill('30')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved.').waitFor()
  })

  it('are no business of an agent', async () => {
    const page = await openPage({ role: 'agent' })
    await page.goto('/settings/targets')
    await page.getByText('For admins only').waitFor()
  })
})
