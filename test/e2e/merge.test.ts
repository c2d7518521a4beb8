import { describe, expect, it } from 'vitest'
import { addCustomerMessage } from '@/lib/tickets/add-customer-message'
import { getTicket } from '@/lib/tickets/get-ticket'
import { expectAccessible } from '../support/axe'
import { hasBrowser, openPage } from '../support/browser'
import { makeShopTicket } from '../support/errands'

describe.skipIf(!hasBrowser)('a customer who wrote twice', () => {
  it('has one ticket after four keys, what still comes for the other is there, and it can be undone', async () => {
    const contact = { name: 'Twice Written', email: 'twice.written@example.com' }
    const first = await makeShopTicket({
      subject: 'Which items cannot be returned',
      message: { text: 'Which items cannot be returned?' },
      contact,
    })
    const second = await makeShopTicket({
      subject: 'Returns, once more',
      message: { text: 'I asked already: which items can I not return?' },
      contact,
    })
    const page = await openPage({ role: 'agent' })
    await page.goto(`/tickets/${second.id}`)
    await page
      .getByRole('link', { name: /Which items cannot be returned/ })
      .first()
      .waitFor()

    await page.keyboard.press('m')
    await page.getByRole('option', { name: new RegExp(`#${first.number} `) }).waitFor()
    await expectAccessible(page)
    await page.keyboard.press('Enter')
    await page
      .getByRole('dialog')
      .getByText(/It can be undone at any time/)
      .waitFor()
    await expectAccessible(page)
    let letGo = () => {}
    const free = new Promise<void>((resolve) => {
      letGo = resolve
    })
    await page.route(`**/tickets/${second.id}*`, async (route) => {
      if (route.request().method() === 'POST') await free
      await route.fallback()
    })
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByRole('button', { name: 'Merging…' }).waitFor()
    letGo()
    await page.waitForURL(`**/tickets/${first.id}`)
    const thread = page.getByRole('region', { name: 'Conversation' })
    await thread.getByText('I asked already: which items can I not return?').waitFor()
    await thread.getByText(`from #${second.number}`).waitFor()

    await addCustomerMessage({ ticketId: second.id, text: 'Is anybody there?' })
    await thread.getByText('Is anybody there?').waitFor()

    await thread.getByRole('link', { name: new RegExp(`merged 1 message of #${second.number}`) }).click()
    await page.waitForURL(`**/tickets/${second.id}`)
    await page.getByText(`This ticket has been merged into #${first.number}; its messages are there.`).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Undo the merge' }).click()
    await page.getByRole('region', { name: 'Conversation' }).getByText('Is anybody there?').waitFor()
    await expect.poll(async () => (await getTicket(first.id)).messages.map(({ text }) => text)).toEqual(['Which items cannot be returned?'])
    await expect.poll(async () => (await getTicket(second.id)).messages).toHaveLength(2)
  })

  it('with another customer’s ticket is warned of', async () => {
    const one = await makeShopTicket({
      subject: 'Mine',
      message: { text: 'Which items cannot be returned?' },
      contact: { name: 'One Person' },
    })
    const other = await makeShopTicket({
      subject: 'Theirs',
      message: { text: 'Which items cannot be returned?' },
      contact: { name: 'Other Person' },
    })
    const page = await openPage({ role: 'agent' })
    await page.goto(`/tickets/${one.id}`)
    await page.keyboard.press('m')
    await page.getByText('This customer has no other ticket.', { exact: false }).first().waitFor()
    await page.keyboard.type(`#${other.number}`)
    await page.getByRole('option', { name: /another customer: Other Person/ }).click()
    await page.getByText(`#${other.number} belongs to another customer, Other Person`, { exact: false }).waitFor()
    await page.getByRole('button', { name: 'Do not merge' }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    expect((await getTicket(one.id)).mergedInto).toBeNull()

    // Merged all the same, each says what they said.
    await page.keyboard.press('m')
    await page.getByText('This customer has no other ticket.', { exact: false }).first().waitFor()
    await page.keyboard.type(`#${other.number}`)
    await page.getByRole('option', { name: /another customer: Other Person/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Merge', exact: true }).click()
    await page.waitForURL(`**/tickets/${other.id}`)
    const said = page.getByRole('region', { name: 'Conversation' }).getByRole('article')
    await said
      .filter({ hasText: `from #${one.number}` })
      .getByText('One Person', { exact: true })
      .waitFor()
    await said.getByText('Other Person', { exact: true }).waitFor()
  })
})
