import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { db } from '@/lib/db'
import { getTicket, type TicketDetail } from '@/lib/tickets/get-ticket'
import type { TicketBody } from './senders'
import { makeTicket } from './tickets'

/** A ticket through the demo shop's channel, whose replies go to the built-in outbox; its draft is ready. */
export async function makeShopTicket(fields: TicketBody): Promise<TicketDetail> {
  const { id: channelId } = await db().channel.findFirstOrThrow({ where: { outgoingKind: 'outbox' }, select: { id: true } })
  const { id } = await makeTicket(fields, channelId)
  return waitForDraft(id)
}

/** Waits for the desk under test to finish the ticket's current draft. */
export async function waitForDraft(ticketId: string): Promise<TicketDetail> {
  await expect.poll(async () => (await getTicket(ticketId)).suggestion?.status, { timeout: 90_000 }).toBe('ready')
  return getTicket(ticketId)
}

/** Waits until no draft is being made, of whatever test's ticket. */
export async function waitForEveryDraft(): Promise<void> {
  const countUnfinished = () => db().suggestion.count({ where: { status: { in: ['pending', 'running'] } } })
  await expect.poll(countUnfinished, { timeout: 120_000 }).toBe(0)
}

export const replyBox = (page: Page) => page.getByRole('textbox', { name: /^(Reply to|给 .* 的回复)/ })

/** The text of one element. */
export async function wordsOf(element: Locator): Promise<string> {
  return (await element.textContent()) ?? ''
}

/** Whether what is typed goes there. */
export function hasFocus(element: Locator): Promise<boolean> {
  return element.evaluate((each) => each === document.activeElement)
}

/** Nothing sticks out at the right. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const tooWide = () =>
    page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      return scrollWidth > clientWidth && `${scrollWidth} px in a window of ${clientWidth}`
    })
  // What comes in from the side is there in a moment.
  await expect.poll(tooWide, { message: page.url() }).toBe(false)
}

/** Replies that are sent meanwhile can be taken back for half a minute: a busy machine is slower than a person. */
export async function withTimeToUndo<T>(work: () => Promise<T>): Promise<T> {
  const key = 'undo_send_seconds'
  await db().setting.upsert({ where: { key }, create: { key, value: 30 }, update: { value: 30 } })
  try {
    return await work()
  } finally {
    await db().setting.deleteMany({ where: { key } })
  }
}

/** What a page with such an address asks the server to do gets no further until it is let go, or cut off. */
export async function holdActions(page: Page, address: string | RegExp) {
  let end: (how: 'let go' | 'cut off') => void = () => undefined
  const ended = new Promise<'let go' | 'cut off'>((resolve) => {
    end = resolve
  })
  await page.route(address, async (route) => {
    if (!route.request().headers()['next-action']) return route.fallback()
    if ((await ended) === 'cut off') await route.abort()
    else await route.continue()
  })
  // The browser hands this on to the page in its own time, and what the page asks for before that goes past it.
  await page.route('/api/health?held', (route) => route.fulfill({ body: 'held' }))
  await expect.poll(() => page.evaluate(async () => (await fetch('/api/health?held')).text())).toBe('held')
  return end
}
