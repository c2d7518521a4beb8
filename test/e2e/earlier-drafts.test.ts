import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { publishNow } from '@/lib/events'
import { hasBrowser, openPage } from '../support/browser'
import { makeShopTicket, replyBox, waitForDraft } from '../support/errands'
import { HeldWorker } from '../support/held-worker'

describe.skipIf(!hasBrowser)('an earlier draft', () => {
  it('stays in the list with its fate, goes into the reply on request, and out again', async () => {
    const ticket = await makeShopTicket({ subject: 'Earlier', message: { text: 'How soon will my order ship after I pay?' } })
    await db().suggestion.update({ where: { id: ticket.suggestion?.id }, data: { text: 'What was drafted first. [1]' } })
    const page = await openPage({ role: 'agent' })
    await page.goto(`/tickets/${ticket.id}`)
    await page.getByRole('button', { name: 'Draft again' }).click()
    await expect.poll(() => db().suggestion.count({ where: { ticketId: ticket.id } })).toBe(2)
    const second = await waitForDraft(ticket.id)
    const earlier = page.getByRole('complementary', { name: 'Assistant' }).locator('section', { hasText: 'Earlier drafts' })
    await earlier.getByText('replaced by a newer one').click()
    await earlier.getByText('What was drafted first.').waitFor()
    await expect.poll(() => replyBox(page).inputValue()).toBe(second.suggestion?.text)
    await earlier.getByRole('button', { name: 'Use this text' }).click()
    await expect.poll(() => replyBox(page).inputValue()).toBe('What was drafted first. [1]')

    // It was made from rules of its own, which have changed since; of those nobody has looked up, nothing is said.
    const { rule } = await db().suggestionRule.findFirstOrThrow({
      where: { suggestionId: ticket.suggestion?.id, position: 1 },
      select: { rule: { select: { id: true, version: true } } },
    })
    const assistant = page.getByRole('complementary', { name: 'Assistant' })
    await assistant.getByText(`version ${rule.version}`, { exact: true }).first().waitFor()
    await db().suggestionRule.deleteMany({ where: { suggestionId: second.suggestion?.id } })
    await db().faqRule.update({ where: { id: rule.id }, data: { version: { increment: 1 } } })
    await publishNow({ kind: 'ticket', ticketId: ticket.id })
    await assistant.getByText(`version ${rule.version}, now ${rule.version + 1}`).waitFor()
    await db().faqRule.update({ where: { id: rule.id }, data: { version: rule.version } })
    await earlier.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => replyBox(page).inputValue()).toBe(second.suggestion?.text)
  })

  it.skipIf(process.platform !== 'linux')('that is taken while the next is being written stays, and the next is offered', async () => {
    // An order number keeps the answer out of the cache: the model is asked again.
    const text = 'I picked navy when I meant black in order GP77310482197. Can you change the colour before it goes out?'
    const ticket = await makeShopTicket({ subject: 'Earlier', message: { text } })
    await db().suggestion.update({ where: { id: ticket.suggestion?.id }, data: { text: 'What was drafted first.' } })
    const page = await openPage({ role: 'agent' })
    await page.goto(`/tickets/${ticket.id}`)
    const worker = new HeldWorker()
    await worker.hold()
    await page.getByRole('button', { name: 'Draft again' }).click()
    const earlier = page.getByRole('complementary', { name: 'Assistant' }).locator('section', { hasText: 'Earlier drafts' })
    await earlier.getByText('replaced by a newer one').click()
    await earlier.getByRole('button', { name: 'Use this text' }).click()
    await earlier.getByText('In the reply').waitFor()
    worker.run()
    await waitForDraft(ticket.id)
    await page.getByRole('button', { name: 'Use the new draft' }).waitFor()
    expect(await replyBox(page).inputValue()).toBe('What was drafted first.')
  })

  it('is reached by a key, as is the assistant itself where it is a drawer', async () => {
    const ticket = await makeShopTicket({ subject: 'Earlier', message: { text: 'How soon will my order ship after I pay?' } })
    const page = await openPage({ role: 'agent', viewport: { width: 1000, height: 800 } })
    await page.goto(`/tickets/${ticket.id}`)
    await page.getByRole('button', { name: 'Draft again' }).click()
    await expect.poll(() => db().suggestion.count({ where: { ticketId: ticket.id } })).toBe(2)
    await waitForDraft(ticket.id)
    const assistant = page.getByRole('complementary', { name: 'Assistant' })
    const leave = () => page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await leave()
    await page.keyboard.press('v')
    await assistant.waitFor()
    await assistant.getByText('Earlier drafts').waitFor()
    await page.keyboard.press('v')
    await assistant.waitFor({ state: 'hidden' })
    await page.keyboard.press('l')
    await assistant.waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Use this text')
    await page.keyboard.press('Enter')
    await assistant
      .getByText('In the reply')
      .or(assistant.getByRole('button', { name: 'Undo' }))
      .first()
      .waitFor()
  })
})
