import type { Page, Route } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { saveReplyDraft } from '@/lib/messages/save-reply-draft'
import { addCustomerMessage } from '@/lib/tickets/add-customer-message'
import { getTicket, type TicketDetail } from '@/lib/tickets/get-ticket'
import { hasBrowser, openPage } from '../support/browser'
import { gate } from '../support/drafting'
import { makeShopTicket, replyBox, withTimeToUndo } from '../support/errands'
import { makeAgent } from '../support/tickets'

const kept = async ({ id }: TicketDetail) => (await db().replyDraft.findFirst({ where: { ticketId: id } }))?.text
const textIn = (page: Page) => replyBox(page).inputValue()

async function twoTickets(name: string): Promise<[TicketDetail, TicketDetail]> {
  const fields = { subject: 'Returns', message: { text: 'What is the address for returns?' } }
  return [
    await makeShopTicket({ ...fields, contact: { name: `${name} One` } }),
    await makeShopTicket({ ...fields, contact: { name: `${name} Two` } }),
  ]
}

async function goTo(page: Page, { id, contact }: TicketDetail): Promise<void> {
  await page.locator(`[data-ticket="${id}"]`).click()
  await page.waitForURL(`**/tickets/${id}*`)
  await page.getByRole('textbox', { name: `Reply to ${contact.name}` }).waitFor()
}

describe.skipIf(!hasBrowser)('an agent who goes to another ticket and comes back', () => {
  it('finds what they have written, and what was said since, by Back and by a click', async () => {
    const [ticket, other] = await twoTickets('Back')
    const page = await openPage({ role: 'agent' })
    await page.goto(`/tickets/${other.id}?view=all`)
    await goTo(page, ticket)
    await replyBox(page).fill('Begun here.')
    await page.getByText(/^Saved \d\d:\d\d$/).waitFor()
    await goTo(page, other)
    await page.goBack()
    await page.waitForURL(`**/tickets/${ticket.id}*`)
    await expect.poll(() => textIn(page)).toBe('Begun here.')
    await goTo(page, other)
    await goTo(page, ticket)
    await expect.poll(() => textIn(page)).toBe('Begun here.')
    await goTo(page, other)
    await addCustomerMessage({ ticketId: ticket.id, text: 'One more thing, please.' })
    await page.goBack()
    await page.getByRole('article').getByText('One more thing, please.').waitFor()
    await expect.poll(() => textIn(page)).toBe('Begun here.')
    await expect.poll(() => kept(ticket)).toBe('Begun here.')
  })

  it('finds what they have written elsewhere since the page was fetched ahead', async () => {
    const [ticket, other] = await twoTickets('Ahead')
    const agent = await makeAgent('Agent of Ahead')
    const page = await openPage({ userId: agent.id })
    const fetched = page.waitForResponse((response) => response.url().includes(`/tickets/${ticket.id}`))
    await page.goto(`/tickets/${other.id}?view=all`)
    await page.locator(`[data-ticket="${ticket.id}"]`).hover()
    await fetched
    await saveReplyDraft(agent, { ticketId: ticket.id, text: 'Begun at the other desk.', revision: 0 })
    await goTo(page, ticket)
    await expect.poll(() => textIn(page)).toBe('Begun at the other desk.')
  })

  it('has every word kept, also those typed while a slow save was under way', async () => {
    const [ticket, other] = await twoTickets('Slow')
    const page = await openPage({ role: 'agent' })
    await page.clock.install()
    await page.goto(`/tickets/${ticket.id}?view=all`)
    const slow = await holdSaves(page)
    await replyBox(page).fill('First words.')
    await slow.begun()
    await replyBox(page).fill('First words. Last words.')
    // The pause after the last key is over before the save is.
    await page.clock.runFor(1_000)
    await slow.goOn()
    await expect.poll(() => kept(ticket)).toBe('First words. Last words.')

    await replyBox(page).fill('Written again.')
    await slow.begun()
    await replyBox(page).fill('Written again, and left.')
    await goTo(page, other)
    await slow.goOn()
    await expect.poll(() => kept(ticket)).toBe('Written again, and left.')

    await goTo(page, ticket)
    await expect.poll(() => textIn(page)).toBe('Written again, and left.')
    await replyBox(page).fill('A third time.')
    await slow.begun()
    await replyBox(page).fill('A third time, and reloaded.')
    slow.goOn().catch(() => undefined)
    await page.reload()
    await expect.poll(() => textIn(page)).toBe('A third time, and reloaded.')
    await expect.poll(() => kept(ticket)).toBe('A third time, and reloaded.')
    expect(await page.getByText('This reply was also changed in another window.').count()).toBe(0)
  })

  it('is left where they are when the reply they sent has gone through', async () => {
    const [ticket, other] = await twoTickets('Gone')
    const page = await openPage({ role: 'agent' })
    await page.goto(`/tickets/${ticket.id}?view=all`)
    const { open, opened } = gate()
    await page.route('**/tickets/**', async (route) => {
      if (route.request().headers()['next-action'] && route.request().postData()?.includes('clientKey')) await opened
      await route.continue()
    })
    await replyBox(page).fill('Sent, and off to the next.')
    await withTimeToUndo(async () => {
      const sending = page.waitForRequest((request) => request.postData()?.includes('clientKey') === true)
      await page.keyboard.press('Control+Enter')
      await sending
      await goTo(page, other)
      open()
      await page.getByRole('button', { name: /^Undo/ }).waitFor()
    })
    await replyBox(page).fill('On this one now.')
    await page.getByText(/^Saved \d\d:\d\d$/).waitFor()
    expect(page.url()).toContain(other.id)
    await expect.poll(() => kept(other)).toBe('On this one now.')
    await expect.poll(async () => (await getTicket(ticket.id)).messages.at(-1)?.text).toBe('Sent, and off to the next.')
  })
})

/** The saves of a page reach the server, and their answers wait. */
async function holdSaves(page: Page) {
  const waiting: Route[] = []
  let isOpen = false
  await page.route('**/api/replies/draft', async (route) => {
    if (route.request().method() !== 'PUT' || isOpen) return route.continue()
    waiting.push(route)
  })
  return {
    /** One is under way. From now on the next are held, too. */
    begun: async () => {
      isOpen = false
      await expect.poll(() => waiting.length).toBe(1)
    },
    /** It is answered, and so are all that come. */
    goOn: async () => {
      isOpen = true
      await Promise.all(waiting.splice(0).map((route) => route.continue()))
    },
  }
}
