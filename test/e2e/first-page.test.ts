import { describe, expect, it } from 'vitest'
import { getTicket } from '@/lib/tickets/get-ticket'
import { hasBrowser, openPage } from '../support/browser'
import { makeShopTicket, replyBox, wordsOf } from '../support/errands'

const QUESTION = 'Which items cannot be returned?'

describe.skipIf(!hasBrowser)('a ticket whose draft is ready', () => {
  it('has draft, source and rules in what the server writes, before any script', async () => {
    const ticket = await makeShopTicket({ subject: 'Returns', message: { text: QUESTION }, contact: { name: 'Gus' } })
    const page = await openPage({ role: 'agent', hasScripts: false })
    await page.goto(`/tickets/${ticket.id}`)
    expect(await replyBox(page).inputValue()).toBe(ticket.suggestion?.text)
    const source = page.locator('#draft-source')
    expect(await wordsOf(source)).toContain('Verbatim')
    expect(await wordsOf(source)).toMatch(/1 rule · match [01]\.\d\d/)
    const assistant = page.getByRole('complementary', { name: 'Assistant' })
    await assistant.getByRole('link', { name: `Open rule “${QUESTION}”` }).waitFor()
    expect(await wordsOf(assistant)).toContain('engraved, altered or other custom items')
  })

  it('is sent from the queue by the keyboard alone, and the customer gets it without marks', async () => {
    const below = await makeShopTicket({ subject: 'Returns', message: { text: QUESTION }, contact: { name: 'Hal' } })
    const ticket = await makeShopTicket({ subject: 'Returns', message: { text: QUESTION }, contact: { name: 'Ida' } })
    expect(ticket.suggestion?.text).toContain('[1]')
    const page = await openPage({ role: 'agent' })
    await page.goto('/tickets')
    await page.getByRole('link', { name: /Ida/ }).waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/tickets/${ticket.id}`)
    await expect.poll(() => replyBox(page).inputValue()).toBe(ticket.suggestion?.text)
    await page.keyboard.press('Control+Enter')
    await page.waitForURL(`**/tickets/${below.id}`)
    await page.getByRole('link', { name: /Ida/ }).waitFor({ state: 'detached' })

    await expect.poll(async () => (await getTicket(ticket.id)).status).toBe('waiting')
    const sent = await getTicket(ticket.id)
    const text = sent.messages.at(-1)?.text ?? ''
    expect(sent).toMatchObject({ suggestion: { id: ticket.suggestion?.id, status: 'sent_as_is' } })
    expect(text).toBe(ticket.suggestion?.text.replaceAll(' [1]', ''))
    await page.goto('/tickets?view=waiting')
    await page.getByRole('link', { name: /Ida/ }).click()
    await page.getByRole('status').getByText('Delivered').waitFor()
    await page.getByRole('link', { name: 'Outbox (demo)' }).click()
    const letter = page.getByRole('article').filter({ hasText: 'To Ida' })
    await letter.waitFor()
    await expect.poll(() => wordsOf(letter)).toContain(text)
  })
})
