import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { getTicket, type TicketDetail } from '@/lib/tickets/get-ticket'
import { expectAccessible } from '../support/axe'
import { hasBrowser, openPage } from '../support/browser'
import { holdActions, makeShopTicket, replyBox, withTimeToUndo } from '../support/errands'

/** Two tickets, and a page that shows the first, with all it says by itself said. */
async function openFirst(subject: string, losesConnection = false) {
  const body = { subject, message: { text: 'Which items cannot be returned?' } }
  const [first, second] = [await makeShopTicket(body), await makeShopTicket(body)]
  const page = await openPage({ role: 'agent', losesConnection })
  await page.goto(`/tickets/${first.id}?view=all`)
  await expect.poll(async () => (await db().ticket.findUniqueOrThrow({ where: { id: first.id } })).seenAt).not.toBeNull()
  return { page, first, second }
}

/** By key, while an action is under way. */
async function goOn(page: Page, to: TicketDetail) {
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  const focused = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset.ticket)
  for (let step = 0; step < 50 && (await focused()) !== to.id; step++) await page.keyboard.press(step === 0 ? 'Home' : 'j')
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/tickets/${to.id}?*`)
  await page.getByRole('region', { name: `#${to.number}` }).waitFor()
}

describe.skipIf(!hasBrowser)('an agent who is quicker than the server', () => {
  it('goes on at once after the keys that change a ticket, and each of them comes to pass', async () => {
    const { page, first, second } = await openFirst('Quick hands')
    const end = await holdActions(page, '**/tickets/**')
    await page.keyboard.press('i')
    await page.getByRole('button', { name: 'Unassign' }).waitFor()
    await page.keyboard.press('p')
    await page.keyboard.type('urg')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /^Priority: Urgent/ }).waitFor()
    await page.keyboard.press('t')
    await page.keyboard.type('quick-errand')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^Tags: quick-errand/ }).waitFor()
    await page.keyboard.press('n')
    await page.keyboard.type('Seen in passing')
    await page.keyboard.press('Control+Enter')
    await page.keyboard.press('Escape')
    await page.keyboard.press('e')
    await page.getByRole('button', { name: 'Reopen' }).waitFor()
    await goOn(page, second)
    expect(await getTicket(first.id)).toMatchObject({ status: 'open', assignee: null, tags: [], priority: 'normal' })

    end('let go')
    // Each goes its own way, so any may be the last.
    await expect
      .poll(async () => {
        const { messages, ...ticket } = await getTicket(first.id)
        return { ...ticket, last: messages.at(-1) }
      })
      .toMatchObject({
        ...{ status: 'resolved', priority: 'urgent', tags: ['quick-errand'], assignee: expect.anything() },
        last: { direction: 'note', text: 'Seen in passing' },
      })
    await goOn(page, first)
    await page.getByRole('button', { name: 'Note', exact: true }).waitFor()
    expect(await page.getByRole('button', { name: 'Note begun' }).count(), 'the note is not offered once more').toBe(0)
  })

  it('hears of what failed behind their back by the ticket’s number, and finds the note where it was written', async () => {
    const { page, first, second } = await openFirst('Cut off', true)
    const end = await holdActions(page, '**/tickets/**')
    await page.keyboard.press('e')
    await page.getByRole('button', { name: 'Reopen' }).waitFor()
    await page.keyboard.press('n')
    await page.keyboard.type('The warehouse says Friday')
    await page.keyboard.press('Control+Enter')
    await goOn(page, second)

    end('cut off')
    const told = page.getByRole('status').filter({ hasText: `#${first.number} The server could not be reached` })
    await told.waitFor()
    await expect.poll(() => told.getByRole('link').count(), { message: 'one line for each' }).toBe(2)
    await expectAccessible(page)
    await page.unroute('**/tickets/**')
    await told.getByRole('button', { name: 'Close' }).first().click()
    await told.getByRole('link', { name: `#${first.number}` }).click()
    await page.waitForURL(`**/tickets/${first.id}?view=all`)
    await told.waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: 'Resolve', exact: true }).waitFor()
    await page.getByRole('button', { name: 'Note begun' }).click()
    await page.getByRole('textbox', { name: 'Internal note' }).press('Control+Enter')
    await expect.poll(async () => (await getTicket(first.id)).messages.at(-1)?.text).toBe('The warehouse says Friday')
  })

  it('hears that a reply may not have been sent, and its words are in its ticket', async () => {
    const { page, first, second } = await openFirst('Sent blind', true)
    await replyBox(page).fill('Some words of my own')
    const end = await holdActions(page, '**/tickets/**')
    await replyBox(page).press('Control+Enter')
    await page.getByRole('button', { name: /Sending…/ }).waitFor()
    await goOn(page, second)
    end('cut off')
    await page
      .getByRole('status')
      .filter({ hasText: `#${first.number} It is not certain whether the reply was sent` })
      .waitFor()
    await page.unroute('**/tickets/**')
    await page
      .getByRole('status')
      .getByRole('link', { name: `#${first.number}` })
      .click()
    await page.waitForURL(`**/tickets/${first.id}?view=all`)
    await expect.poll(() => replyBox(page).inputValue()).toBe('Some words of my own')
    expect((await getTicket(first.id)).messages.map(({ direction }) => direction)).toEqual(['incoming'])
  })

  it('who takes a reply back and goes on stays where they went, and is told that it was taken back', async () => {
    const third = await makeShopTicket({ subject: 'Back and on', message: { text: 'Which items cannot be returned?' } })
    const { page, first, second } = await openFirst('Back and on')
    await withTimeToUndo(async () => {
      await replyBox(page).press('Control+Enter')
      await page.waitForURL((url) => /\/tickets\/./.test(url.pathname) && !url.pathname.includes(first.id))
    })
    const end = await holdActions(page, '**/tickets/**')
    await page.keyboard.press('Alt+z')
    const elsewhere = page.url().includes(second.id) ? third : second
    await goOn(page, elsewhere)
    end('let go')
    await page
      .getByRole('status')
      .filter({ hasText: `#${first.number} was taken back` })
      .waitFor()
    expect(page.url()).toContain(elsewhere.id)
    expect((await getTicket(first.id)).status).toBe('open')
  })
})
