import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { getTicket } from '@/lib/tickets/get-ticket'
import { hasBrowser, openPage } from '../support/browser'
import { makeShopTicket, replyBox, withTimeToUndo } from '../support/errands'

const openRow = (page: Page) =>
  page.locator('[data-ticket][aria-current="true"]').evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.ticket))
const rowIds = (page: Page) => page.locator('[data-ticket]').evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.ticket))
const focused = (page: Page) => page.evaluate(() => (document.activeElement as HTMLElement).dataset.ticket)

/** Four tickets that nothing else is like, the newest first, as the queue has them. */
async function fourTickets(tag: string): Promise<string[]> {
  const ids: string[] = []
  for (const name of ['Ann', 'Bob', 'Cat', 'Dan']) {
    const { id } = await makeShopTicket({ subject: tag, message: { text: 'How long does a refund take?' }, contact: { name }, tags: [tag] })
    ids.unshift(id)
  }
  return ids
}

describe.skipIf(!hasBrowser)('the place in the queue', () => {
  it('is that of the ticket one looks at, also after going back', async () => {
    const ids = await fourTickets('heron')
    const page = await openPage({ role: 'agent' })
    await page.goto(`/tickets/${ids[0]}?tag=heron`)
    await expect.poll(() => rowIds(page)).toEqual(ids)
    await page.locator(`[data-ticket="${ids[1]}"]`).click()
    await page.waitForURL(`**/tickets/${ids[1]}**`)
    await replyBox(page).waitFor()
    await page.goBack()
    await page.waitForURL(`**/tickets/${ids[0]}**`)
    await expect.poll(() => openRow(page)).toEqual([ids[0]])
  })

  it('goes to the next one when a ticket is set aside, and a reply taken back brings its row back at once', async () => {
    const ids = await fourTickets('stork')
    const [first = '', second = '', third = '', fourth = ''] = ids
    const page = await openPage({ role: 'agent' })
    await page.goto(`/tickets/${second}?tag=stork`)
    await expect.poll(() => rowIds(page)).toEqual(ids)
    await replyBox(page).waitFor()

    // Set aside: the next one down is the one below, not the first of the list.
    await page.keyboard.press('h')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await getTicket(second)).snoozedUntil !== null).toBe(true)
    await expect.poll(() => rowIds(page)).toEqual([first, third, fourth])
    await page.getByRole('option').first().waitFor({ state: 'detached' })
    await page.keyboard.press('j')
    await expect.poll(() => focused(page)).toBe(third)

    await page.keyboard.press('Enter')
    await page.waitForURL(`**/tickets/${third}**`)
    await page.getByRole('textbox', { name: 'Reply to Bob' }).waitFor()
    await withTimeToUndo(async () => {
      await page.keyboard.press('Control+Enter')
      await page.waitForURL((url) => !url.pathname.includes(third))
    })
    await expect.poll(() => rowIds(page)).toEqual([first, fourth])
    // The list keeps still under the eye.
    await page.locator(`[data-ticket="${first}"]`).hover()
    await page.keyboard.press('z')
    await page.waitForURL(`**/tickets/${third}**`)
    await expect.poll(() => rowIds(page)).toEqual([first, third, fourth])
    await expect.poll(() => openRow(page)).toEqual([third])
    expect(await page.getByRole('button', { name: /update/ }).count()).toBe(0)
  })
})
