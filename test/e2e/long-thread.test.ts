import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { addNote } from '@/lib/messages/add-note'
import { addCustomerMessage } from '@/lib/tickets/add-customer-message'
import { expectAccessible } from '../support/axe'
import { hasBrowser, openPage } from '../support/browser'
import { makeShopTicket } from '../support/errands'
import { makeAgent } from '../support/tickets'

const MINUTE_MS = 60_000

/** A thousand messages before the ticket's own one, a minute apart. */
async function makeLongTicket() {
  const ticket = await makeShopTicket({
    subject: 'A long story',
    message: { text: 'Which items cannot be returned?' },
    contact: { name: 'Scheherazade' },
  })
  const end = ticket.createdAt.getTime() - MINUTE_MS
  await db().message.createMany({
    data: Array.from({ length: 1_000 }, (_, index) => ({
      ticketId: ticket.id,
      direction: index % 3 ? ('outgoing' as const) : ('incoming' as const),
      text: `night ${index + 1}\n${'and so on. '.repeat(index % 9)}`,
      createdAt: new Date(end - (1_000 - index) * MINUTE_MS),
    })),
  })
  return ticket
}

const conversation = (page: Page) => page.getByRole('region', { name: 'Conversation' })
const topOf = async (element: Locator) => Math.round((await element.boundingBox())?.y ?? Number.NaN)

/** Waits for two frames: layout and scroll have settled. */
const settle = (page: Page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))

async function isInView(page: Page, element: Locator): Promise<boolean> {
  const [pane, box] = [await conversation(page).boundingBox(), await element.boundingBox()]
  return Boolean(pane && box && box.y >= pane.y - 1 && box.y < pane.y + pane.height)
}

describe.skipIf(!hasBrowser)('a thread of a thousand messages', () => {
  it('opens at the customer’s last one, loads what came before without a jump, and lets nothing below move it', async () => {
    const ticket = await makeLongTicket()
    const page = await openPage({ role: 'agent' })
    await page.goto(`/tickets/${ticket.id}`)
    const last = conversation(page).getByText('Which items cannot be returned?')
    await expect.poll(() => isInView(page, last)).toBe(true)
    const articles = conversation(page).getByRole('article')
    await expect.poll(() => articles.count()).toBe(60)

    // Up to the first one there is: the next page comes, and what one looks at stays where it is.
    const oldest = articles.filter({ hasText: /night 942\b/ })
    await oldest.scrollIntoViewIfNeeded()
    await settle(page)
    const before = await topOf(oldest)
    await page.waitForFunction(() => document.querySelectorAll('section article').length >= 120)
    await settle(page)
    expect(await topOf(oldest)).toBe(before)

    await addCustomerMessage({ ticketId: ticket.id, text: 'One more thing: how long does a refund take?' })
    const button = page.getByRole('button', { name: 'New messages' })
    await button.waitFor()
    await settle(page)
    expect(await topOf(oldest)).toBe(before)
    await expectAccessible(page)
    await button.click()
    const newest = conversation(page).getByText('One more thing: how long does a refund take?')
    await expect.poll(() => isInView(page, newest)).toBe(true)
    await button.waitFor({ state: 'hidden' })

    // All of it can be reached, by keyboard.
    await conversation(page).focus()
    for (let shown = await articles.count(); shown < 1_002; shown = await articles.count()) {
      // Pressed until it does: while a page is put in above, the browser gives up the way there that it is on.
      await expect
        .poll(async () => {
          await page.keyboard.press('Home')
          return articles.count()
        })
        .toBeGreaterThan(shown)
    }
    expect(await articles.first().textContent()).toMatch(/night 1\n?$/)
    expect(await articles.count()).toBe(1_002)
  }, 600_000)

  it('loads what came before also when the browser tells of two moments at once, as it does when it is busy', async () => {
    const page = await openPage({ role: 'agent' })
    await page.addInitScript(() => {
      const Native = window.IntersectionObserver
      window.IntersectionObserver = class extends Native {
        constructor(callback: IntersectionObserverCallback, options?: IntersectionObserverInit) {
          super((seen, self) => {
            const [first] = seen
            const before = first && { ...first, isIntersecting: false, intersectionRatio: 0 }
            callback(before ? [before, ...seen] : seen, self)
          }, options)
        }
      }
    })
    await page.goto(`/tickets/${(await makeLongTicket()).id}`)
    const articles = conversation(page).getByRole('article')
    await articles.first().scrollIntoViewIfNeeded()
    await expect.poll(() => articles.count()).toBeGreaterThanOrEqual(120)
  })

  it('opens at the customer’s last message also when colleagues have written much below it', async () => {
    const ticket = await makeShopTicket({ subject: 'Much noted', message: { text: 'Which items cannot be returned?' } })
    const agent = await makeAgent('Noter')
    for (let index = 0; index < 70; index++) await addNote({ agent, ticketId: ticket.id, text: `note ${index}\n\nof three lines` })
    const page = await openPage({ role: 'agent' })
    await page.goto(`/tickets/${ticket.id}`)
    const last = conversation(page).getByText('Which items cannot be returned?')
    await expect.poll(() => isInView(page, last)).toBe(true)
  })
})

describe.skipIf(!hasBrowser)('a mail with all that mail programs add', () => {
  it('shows what was written; quote and rest are opened by key and by click, and stay under the hand', async () => {
    const text = [
      'Which items cannot be returned? See https://shop.example/terms.',
      'word '.repeat(600),
      '',
      'On Mon, 3 Nov 2026 at 10:00, Shop <service@shop.example> wrote:',
      '> It ships today.',
      '> Best regards',
      '> The shop',
    ].join('\n')
    const ticket = await makeShopTicket({ subject: 'Quoted', message: { text } })
    const page = await openPage({ role: 'agent' })
    const asked: string[] = []
    page.on('request', (request) => void asked.push(new URL(request.url()).host))
    await page.goto(`/tickets/${ticket.id}`)
    const link = page.getByRole('link', { name: 'https://shop.example/terms', exact: true })
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer nofollow ugc')
    expect(await link.getAttribute('target')).toBe('_blank')
    const quote = page.getByText('It ships today.')
    expect(await quote.isVisible()).toBe(false)
    const summary = page.getByText('Quoted mail')
    await summary.scrollIntoViewIfNeeded()
    const before = await topOf(summary)
    await summary.click()
    await expect.poll(() => quote.isVisible()).toBe(true)
    expect(Math.abs((await topOf(summary)) - before)).toBeLessThanOrEqual(1)
    await page.keyboard.press('Enter')
    await expect.poll(() => quote.isVisible()).toBe(false)
    await page.getByText(/^Show the other/).waitFor()
    await page.keyboard.press('q')
    await expect.poll(() => quote.isVisible()).toBe(true)
    await expectAccessible(page)
    expect(new Set(asked)).toEqual(new Set([new URL(page.url()).host]))
  })
})
