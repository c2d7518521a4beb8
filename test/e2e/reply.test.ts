import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { deliverMessage } from '@/lib/delivery/deliver-message'
import { publishNow } from '@/lib/events'
import { getTicket, type TicketDetail } from '@/lib/tickets/get-ticket'
import { hasBrowser, openPage } from '../support/browser'
import { replyBox, waitForDraft } from '../support/errands'
import { makeTicket } from '../support/tickets'

const QUESTION = 'How soon will my order ship after I pay?'

async function draftedTicket(name: string): Promise<TicketDetail> {
  const { id } = await makeTicket({ subject: `Shipping, asks ${name}`, message: { text: QUESTION }, contact: { name } })
  return waitForDraft(id)
}

describe.skipIf(!hasBrowser)('answering a ticket', () => {
  it('is one key: the draft is sent without its marks, the ticket waits, the next one opens', async () => {
    const ticket = await draftedTicket('Ada')
    const page = await openPage({ role: 'agent' })
    await page.goto('/tickets')
    await page.getByRole('link', { name: /Ada/ }).click()
    await page.waitForURL(`**/tickets/${ticket.id}`)
    await expect.poll(() => replyBox(page).inputValue()).toBe(ticket.suggestion?.text)
    await page.keyboard.press('Control+Enter')
    await page.waitForURL((url) => /\/tickets\/.+/.test(url.pathname) && !url.pathname.includes(ticket.id))

    await expect.poll(async () => (await getTicket(ticket.id)).status).toBe('waiting')
    const { messages } = await getTicket(ticket.id)
    expect(messages.at(-1)).toMatchObject({ direction: 'outgoing' })
    expect(messages.at(-1)?.text).not.toMatch(/\[\d\]/)
  })

  it('sends once, however often one clicks', async () => {
    const ticket = await draftedTicket('Ben')
    const page = await openPage({ role: 'agent' })
    await page.goto(`/tickets/${ticket.id}`)
    await page.getByRole('button', { name: /^Send Ctrl/ }).dblclick()
    await page.waitForURL((url) => !url.pathname.includes(ticket.id))
    await expect.poll(async () => (await getTicket(ticket.id)).status).toBe('waiting')
    const { messages } = await getTicket(ticket.id)
    expect(messages.filter(({ direction }) => direction === 'outgoing')).toHaveLength(1)
  })

  it('keeps what was typed when a newer draft comes, and offers that', async () => {
    const ticket = await draftedTicket('Cleo')
    const page = await openPage({ role: 'agent' })
    await page.goto(`/tickets/${ticket.id}`)
    await replyBox(page).fill('My own words.')
    await db().suggestion.update({ where: { id: ticket.suggestion?.id }, data: { text: 'A newer draft.' } })
    await publishNow({ kind: 'ticket', ticketId: ticket.id })
    const take = page.getByRole('button', { name: 'Use the new draft' })
    await take.waitFor()
    expect(await replyBox(page).inputValue()).toBe('My own words.')
    await take.click()
    await expect.poll(() => replyBox(page).inputValue()).toBe('A newer draft.')
  })

  it('gives unsent edits back after a reload', async () => {
    const ticket = await draftedTicket('Dora')
    const page = await openPage({ role: 'agent' })
    await page.goto(`/tickets/${ticket.id}`)
    await replyBox(page).fill('Half a sentence')
    await page.reload()
    // From this browser when the reload was quicker than the save, else from the server.
    await page.waitForFunction(() => document.querySelector('textarea')?.value === 'Half a sentence')
    await page.getByRole('button', { name: 'Previous text' }).click()
    await expect.poll(() => replyBox(page).inputValue()).toBe(ticket.suggestion?.text)
  })

  it('asks once more before a sentence leaves that no rule supports', async () => {
    const ticket = await draftedTicket('Eve')
    const text = 'Hello! You will have it tomorrow.'
    const sentence = {
      text: 'You will have it tomorrow.',
      start: 7,
      end: 33,
      kind: 'statement',
      isSupported: false,
      citations: [],
      problem: 'promise',
    }
    const grounding = { sentences: [sentence], isGrounded: false }
    await db().suggestion.update({ where: { id: ticket.suggestion?.id }, data: { text, grounding } })
    const page = await openPage({ role: 'agent' })
    await page.goto(`/tickets/${ticket.id}`)
    await page.keyboard.press('Control+Enter')
    await page.getByRole('heading', { name: '1 sentence has no rule behind it' }).waitFor()
    expect((await getTicket(ticket.id)).status).toBe('open')
    await page.getByRole('button', { name: 'Send anyway' }).click()
    await page.waitForURL((url) => !url.pathname.includes(ticket.id))
    await expect.poll(async () => (await getTicket(ticket.id)).messages.at(-1)?.text).toBe(text)
  })

  it('shows the customer’s copy in the demo’s outbox', async () => {
    const ticket = await draftedTicket('Finn')
    const { channelId } = await db().ticket.findFirstOrThrow({
      where: { channel: { outgoingKind: 'outbox' } },
      select: { channelId: true },
    })
    await db().ticket.update({ where: { id: ticket.id }, data: { channelId } })
    const page = await openPage({ role: 'agent' })
    await page.goto(`/tickets/${ticket.id}`)
    await replyBox(page).fill('Dear Finn, it ships today.')
    await page.getByRole('button', { name: 'Send and resolve' }).click()
    await page.waitForURL((url) => !url.pathname.includes(ticket.id))
    await expect.poll(async () => (await getTicket(ticket.id)).status).toBe('resolved')
    // The seconds in which it could be taken back are over.
    const messageId = (await getTicket(ticket.id)).messages.at(-1)?.id ?? ''
    await db().delivery.update({ where: { messageId }, data: { nextAttemptAt: new Date() } })
    await deliverMessage(messageId)
    await page.goto('/outbox')
    await page.getByText('Dear Finn, it ships today.').waitFor()
  })
})
