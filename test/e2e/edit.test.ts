import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { addCustomerMessage } from '@/lib/tickets/add-customer-message'
import { getTicket } from '@/lib/tickets/get-ticket'
import { hasBrowser, openPage } from '../support/browser'
import { makeShopTicket, replyBox, waitForDraft } from '../support/errands'

describe.skipIf(!hasBrowser)('an agent who has begun to edit', () => {
  it('keeps the edits when the customer writes again, and sends them: edited, with the distance', async () => {
    const ticket = await makeShopTicket({ subject: '退货', message: { text: '退货地址发我一下' }, contact: { name: '周周' } })
    const draft = ticket.suggestion
    const page = await openPage({ role: 'agent', locale: 'zh' })
    await page.goto(`/tickets/${ticket.id}`)
    const box = replyBox(page)
    await expect.poll(() => box.inputValue()).toBe(draft?.text)
    await box.press('Control+End')
    await page.keyboard.type('辛苦了')
    const edited = `${draft?.text}辛苦了`
    await expect.poll(() => box.inputValue()).toBe(edited)

    await addCustomerMessage({ ticketId: ticket.id, text: '还有，哪些商品不支持无理由退货？' })
    await page.getByRole('button', { name: '换用新草稿' }).waitFor()
    const newer = await waitForDraft(ticket.id)
    expect(newer.suggestion?.id).not.toBe(draft?.id)
    expect(await box.inputValue()).toBe(edited)

    await page.keyboard.press('Control+Enter')
    await page.getByText(/^客户 \d\d:\d\d 又发来一条消息。$/).waitFor()
    expect((await getTicket(ticket.id)).messages.at(-1)?.direction).toBe('incoming')
    await page.getByRole('button', { name: '仍然发送' }).click()
    await page.waitForURL((url) => !url.pathname.includes(ticket.id))
    const sent = async () => (await getTicket(ticket.id)).messages.at(-1)
    await expect.poll(sent).toMatchObject({ direction: 'outgoing', suggestionId: draft?.id, text: edited.replaceAll('[1]', '') })
    const fates = await db().suggestion.findMany({
      where: { ticketId: ticket.id },
      orderBy: { id: 'asc' },
      select: { id: true, status: true, isCurrent: true, outcome: { select: { editDistance: true } } },
    })
    expect(fates).toEqual([
      { id: draft?.id, status: 'edited', isCurrent: null, outcome: { editDistance: 3 } },
      { id: newer.suggestion?.id, status: 'dismissed', isCurrent: null, outcome: { editDistance: null } },
    ])
  })
})
