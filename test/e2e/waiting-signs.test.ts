import type { Locator, Page, Request } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { hasBrowser, openPage } from '../support/browser'
import { makeShopTicket, replyBox } from '../support/errands'

/** How long the quick may take without a sign, as the desk's own style says. */
const LATE_MS = 200

/** Holds what the browser asks for, until the function that comes back is called. */
async function hold(page: Page, isMeant: (request: Request) => boolean): Promise<() => void> {
  let letGo = () => {}
  const free = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route('**', async (route) => {
    if (isMeant(route.request())) await free
    // The page may have given the request up by then.
    await route.fallback().catch(() => undefined)
  })
  return letGo
}

/** It is there, but nobody sees it before its time: looked at in its own time, so that no clock decides. */
async function expectLate(sign: Locator): Promise<void> {
  await sign.waitFor({ state: 'attached' })
  const opacities = await sign.evaluate((element, late) => {
    const [animation] = element.getAnimations()
    if (!animation) return []
    animation.pause()
    const opacityAt = (ms: number) => {
      animation.currentTime = ms
      return Number(getComputedStyle(element).opacity)
    }
    const seen = [0, late - 1, late + 1_000].map(opacityAt)
    animation.finish()
    return seen
  }, LATE_MS)
  expect(opacities).toEqual([0, 0, 1])
}

describe.skipIf(!hasBrowser)('a sign that one has to wait', () => {
  it('stands over the queue while another list is on its way, and beside the ticket that is opening', async () => {
    const ticket = await makeShopTicket({
      subject: 'Okapi',
      message: { text: 'Which items cannot be returned? okapi' },
      contact: { name: 'Ola' },
    })
    const page = await openPage({ role: 'agent' })
    await page.goto('/tickets')
    const letListGo = await hold(page, (request) => request.url().includes('/tickets/queue?') && request.url().includes('okapi'))
    await page.keyboard.press('/')
    await page.keyboard.type('okapi')
    const searching = page.getByRole('status').getByText('Searching…')
    await expectLate(searching)
    letListGo()
    await page.waitForFunction(() => document.querySelectorAll('[data-ticket]').length === 1)
    await searching.waitFor({ state: 'detached' })

    const letTicketGo = await hold(page, (request) => request.url().includes(`/tickets/${ticket.id}?`))
    const row = page.locator(`[data-ticket="${ticket.id}"]`)
    await row.click()
    // No words: it is a stroke at the row's edge.
    const opening = row.locator('.late-in')
    await expectLate(opening)
    // Nothing is left to pick: the pane says what is on its way.
    const said = page.getByRole('status').locator('.late-in', { hasText: `Opening #${ticket.number}…` })
    await expectLate(said)
    expect(await page.getByText('Pick a ticket').count()).toBe(0)
    letTicketGo()
    await replyBox(page).waitFor()
    await opening.waitFor({ state: 'detached' })
    await page.goBack()
    await page.getByText('Pick a ticket').waitFor()
    await expect.poll(() => row.getAttribute('aria-current'), { message: 'no row is lit' }).toBeNull()
  })

  it('stands where the rules that answer a question will be', async () => {
    const page = await openPage({ role: 'agent' })
    await page.goto('/faq/try')
    const letGo = await hold(page, (request) => request.url().endsWith('/api/faq/try'))
    const box = page.getByRole('textbox', { name: 'The customer’s question' })
    await box.fill('Which items cannot be returned?')
    await box.press('Enter')
    const searching = page.getByRole('region', { name: 'Try a question' }).getByText('Searching…')
    await expectLate(searching)
    letGo()
    await page.getByRole('heading', { name: 'Time and tokens' }).waitFor()
    await expect.poll(() => searching.count()).toBe(0)
  })

  it('stands at what was clicked, wherever it leads', async () => {
    const page = await openPage({ role: 'admin' })
    await page.goto('/faq', { waitUntil: 'networkidle' })
    const main = page.getByRole('navigation', { name: 'Main navigation' })
    const ways: [Locator, path: string][] = [
      [page.locator('[data-at="2"]').getByRole('link'), '/faq'],
      [page.getByRole('link', { name: 'Gaps', exact: true }), '/faq/gaps'],
      [page.locator('[data-gap]').first(), '/faq/gaps'],
      [main.getByRole('link', { name: 'Settings' }), '/settings'],
      [page.getByRole('link', { name: 'People', exact: true }), '/settings/people'],
      [main.getByRole('link', { name: 'Tickets' }), '/tickets'],
    ]
    for (const [link, path] of ways) {
      const letGo = await hold(page, (request) => {
        const isAhead = request.headers()['next-router-prefetch'] ?? request.headers()['next-router-segment-prefetch']
        return new URL(request.url()).pathname === path && !isAhead
      })
      await link.click()
      await expectLate(link.locator('.late-in'))
      letGo()
      await page.unrouteAll({ behavior: 'wait' })
      await link.locator('.late-in').waitFor({ state: 'detached' })
      await page.waitForURL((url) => url.pathname.startsWith(path))
    }
  })

  it('stands in the place of figures that are being counted', async () => {
    const page = await openPage({ role: 'agent' })
    // What stands in for the page is fetched ahead.
    await page.goto('/faq', { waitUntil: 'networkidle' })
    const letGo = await hold(page, (request) => {
      const isAhead = request.headers()['next-router-prefetch'] ?? request.headers()['next-router-segment-prefetch']
      return new URL(request.url()).pathname === '/insights' && !isAhead
    })
    await page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name: 'Insights' }).click()
    const counting = page.getByRole('status').getByText('Counting…')
    await expectLate(counting)
    letGo()
    await page.getByRole('region', { name: 'Drafts by rung' }).waitFor()
    await counting.waitFor({ state: 'detached' })
  })
})
