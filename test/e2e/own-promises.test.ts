import { describe, expect, it } from 'vitest'
import { getTicket } from '@/lib/tickets/get-ticket'
import { hasBrowser, openPage } from '../support/browser'
import { makeShopTicket, replyBox } from '../support/errands'

describe.skipIf(!hasBrowser)('what an agent promises by hand', () => {
  it('is underlined with the reason where no rule grants it, after a reload as well, and is sent without a question', async () => {
    const ticket = await makeShopTicket({ subject: '退货', message: { text: '退货地址发我一下' }, contact: { name: '诺诺' } })
    const page = await openPage({ role: 'agent', locale: 'zh' })
    await page.goto(`/tickets/${ticket.id}`)
    const promise = '另外我们会赔偿您50元。'
    const marked = page.locator('.unsupported', { hasText: promise })
    await replyBox(page).press('Control+End')
    await page.keyboard.type(`仓库昨天收到了。${promise}`)
    await marked.waitFor()
    expect(await page.locator('.unsupported').count(), 'what was is left alone').toBe(1)
    await page.keyboard.press('ArrowLeft')
    await page.getByRole('status').filter({ hasText: '没有规则' }).first().waitFor()
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Backspace')
    // Words that are being changed carry no mark of what they were.
    await marked.waitFor({ state: 'detached' })
    await page.keyboard.type('元。')
    await marked.waitFor()
    await page.reload()
    await marked.waitFor()
    await replyBox(page).press('Control+Enter')
    await page.waitForURL((url) => !url.pathname.includes(ticket.id))
    await expect.poll(async () => (await getTicket(ticket.id)).messages.at(-1)?.text).toContain(promise)
  })
})
