import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { getTicket } from '@/lib/tickets/get-ticket'
import { hasBrowser, openPage, openTab } from '../support/browser'
import { makeShopTicket, replyBox } from '../support/errands'
import { makeAgent } from '../support/tickets'

const CHANGED = 'This reply was also changed in another window.'
const GONE = 'This reply was sent or given up in another window.'

/** One agent, one ticket, two tabs of one browser. */
async function openTwice(name: string) {
  const agent = await makeAgent(`Agent of ${name}`)
  const ticket = await makeShopTicket({ subject: 'Returns', message: { text: 'What is the address for returns?' }, contact: { name } })
  const first = await openPage({ userId: agent.id, savesTwice: true })
  await first.goto(`/tickets/${ticket.id}`)
  const second = await openTab(first)
  await second.goto(`/tickets/${ticket.id}`)
  const kept = async () => (await db().replyDraft.findFirst({ where: { ticketId: ticket.id, agentId: agent.id } }))?.text
  return { ticket, first, second, kept }
}

const textIn = (page: Page) => replyBox(page).inputValue()

async function writeAndSave(page: Page, text: string): Promise<void> {
  await replyBox(page).fill(text)
  await page.getByText(/^Saved \d\d:\d\d$/).waitFor()
}

/** Chromium without a window shows all its tabs at once, and so none comes to the front: the page is told as a browser tells it. */
const bringToFront = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))

describe.skipIf(!hasBrowser)('one ticket in two tabs of one agent', () => {
  it('goes on in either where the other stopped', async () => {
    const { first, second, kept } = await openTwice('Tamsin')
    await writeAndSave(first, 'Begun in the first.')
    await bringToFront(second)
    await expect.poll(() => textIn(second)).toBe('Begun in the first.')
    await replyBox(second).press('Control+End')
    await second.keyboard.type(' Ended in the second.')
    await expect.poll(kept).toBe('Begun in the first. Ended in the second.')
    await bringToFront(first)
    await expect.poll(() => textIn(first)).toBe('Begun in the first. Ended in the second.')
    // Their own other tab is nobody who writes.
    expect(await first.getByText(/is writing a reply/).count()).toBe(0)
  })

  it('written in both, keeps both, and the agent chooses', async () => {
    const { first, second, kept } = await openTwice('Ursula')
    await writeAndSave(first, 'From the first tab.')
    await replyBox(second).fill('From the second tab.')
    await second.getByText(CHANGED).waitFor()
    expect(await kept()).toBe('From the first tab.')
    expect([await textIn(first), await textIn(second)]).toEqual(['From the first tab.', 'From the second tab.'])

    await second.getByRole('button', { name: 'Use the other' }).click()
    await expect.poll(() => textIn(second)).toBe('From the first tab.')
    // What was given up for it is one step back.
    await second.getByRole('button', { name: 'Previous text' }).click()
    await expect.poll(() => textIn(second)).toBe('From the second tab.')
    await expect.poll(kept).toBe('From the second tab.')

    // The first does not know of that yet, and writes on.
    await replyBox(first).press('Control+End')
    await first.keyboard.type(' And more.')
    await first.getByText(CHANGED).waitFor()
    expect(await kept()).toBe('From the second tab.')
    await first.getByRole('button', { name: 'Keep this one' }).waitFor()
    await first.keyboard.press('Alt+l')
    await expect.poll(kept).toBe('From the first tab. And more.')
    expect(await textIn(second)).toBe('From the second tab.')
    await bringToFront(second)
    await expect.poll(() => textIn(second)).toBe('From the first tab. And more.')
    await second.getByRole('button', { name: 'Previous text' }).click()
    await expect.poll(() => textIn(second)).toBe('From the second tab.')
  })

  it('sent from one, leaves what was written in the other where it is, and says so', async () => {
    const { ticket, first, second } = await openTwice('Viola')
    await writeAndSave(first, 'Sent from the first tab.')
    await bringToFront(second)
    await expect.poll(() => textIn(second)).toBe('Sent from the first tab.')
    await first.keyboard.press('Control+Enter')
    await first.waitForURL((url) => !url.pathname.includes(ticket.id))
    const replies = async () =>
      (await getTicket(ticket.id)).messages.filter(({ direction }) => direction === 'outgoing').map(({ text }) => text)
    await expect.poll(replies).toEqual(['Sent from the first tab.'])

    await replyBox(second).fill('Half a sentence that is not se')
    await second.getByText(GONE).waitFor()
    expect(await textIn(second)).toBe('Half a sentence that is not se')
    await second.getByRole('button', { name: 'Keep this one' }).click()
    await second.getByText(/^Saved \d\d:\d\d$/).waitFor()
    await second.reload()
    await expect.poll(() => textIn(second)).toBe('Half a sentence that is not se')
    expect(await replies()).toEqual(['Sent from the first tab.'])
  })

  it('keeps the words of a tab that was closed before it had chosen, whatever the other goes on to write', async () => {
    const { ticket, first, second, kept } = await openTwice('Wanda')
    await writeAndSave(first, 'From the first tab.')
    await replyBox(second).fill('From the second tab.')
    await second.getByText(CHANGED).waitFor()
    await replyBox(first).press('Control+End')
    await first.keyboard.type(' And more.')
    await expect.poll(kept).toBe('From the first tab. And more.')
    await second.close()

    const third = await openTab(first)
    await third.goto(`/tickets/${ticket.id}`)
    await third.getByText(CHANGED).waitFor()
    await expect.poll(() => textIn(third)).toBe('From the first tab. And more.')
    await third.getByRole('button', { name: 'Use the other' }).click()
    await expect.poll(() => textIn(third)).toBe('From the second tab.')
  })
})
