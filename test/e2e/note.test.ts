import { describe, expect, it } from 'vitest'
import { getTicket } from '@/lib/tickets/get-ticket'
import { hasBrowser, openPage } from '../support/browser'
import { hasFocus, makeShopTicket } from '../support/errands'

describe.skipIf(!hasBrowser)('an internal note', () => {
  it('that was begun survives a look at another ticket and a reload, and does not hide behind the reply', async () => {
    const [ticket, other] = [
      await makeShopTicket({ subject: '退货', message: { text: '退货地址发我一下' }, contact: { name: '备备' } }),
      await makeShopTicket({ subject: '退货', message: { text: '退货地址发我一下' }, contact: { name: '注注' } }),
    ]
    const page = await openPage({ role: 'agent', locale: 'zh' })
    await page.goto(`/tickets/${ticket.id}?view=all`)
    const note = page.getByRole('textbox', { name: '内部备注' })
    await page.keyboard.press('n')
    await page.keyboard.type('仓库说周五到货')
    await page.locator(`[data-ticket="${other.id}"]`).click()
    await page.waitForURL(`**/tickets/${other.id}*`)
    await page.getByRole('button', { name: '备注', exact: true }).waitFor()
    await page.locator(`[data-ticket="${ticket.id}"]`).click()
    await page.waitForURL(`**/tickets/${ticket.id}*`)
    await page.getByRole('button', { name: '备注 未发' }).click()
    await expect.poll(() => note.inputValue()).toBe('仓库说周五到货')
    await page.reload()
    await page.getByRole('button', { name: '备注 未发' }).click()
    await note.press('Control+Enter')
    await expect.poll(async () => (await getTicket(ticket.id)).messages.at(-1)?.text).toBe('仓库说周五到货')
    await page.reload()
    await page.getByRole('button', { name: '备注', exact: true }).waitFor()
    expect(await page.getByText('未发', { exact: true }).count()).toBe(0)
  })

  it('is not left by the Escape that gives up what an input method composes', async () => {
    const ticket = await makeShopTicket({ subject: '退货', message: { text: '退货地址发我一下' }, contact: { name: '拼拼' } })
    const page = await openPage({ role: 'agent', locale: 'zh' })
    await page.goto(`/tickets/${ticket.id}`)
    await page.keyboard.press('n')
    const note = page.getByRole('textbox', { name: '内部备注' })
    const ime = await page.context().newCDPSession(page)
    await ime.send('Input.imeSetComposition', { text: "cang'ku", selectionStart: 7, selectionEnd: 7 })
    await page.keyboard.press('Escape')
    expect(await note.isVisible()).toBe(true)
    await ime.send('Input.insertText', { text: '仓库' })
    await page.keyboard.press('Escape')
    await note.waitFor({ state: 'hidden' })
  })

  it('lets the next key be one of the ticket’s, however soon after Escape it comes', async () => {
    const ticket = await makeShopTicket({ subject: '退货', message: { text: '退货地址发我一下' }, contact: { name: '快快' } })
    const page = await openPage({ role: 'agent', locale: 'zh' })
    await page.goto(`/tickets/${ticket.id}`)
    await page.keyboard.press('n')
    const note = page.getByRole('textbox', { name: '内部备注' })
    await expect.poll(() => hasFocus(note)).toBe(true)
    // In one go: before the browser has drawn the ticket without the box.
    const goesThere = await note.evaluate((box) => {
      box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }))
      return document.activeElement === box
    })
    expect(goesThere).toBe(false)
    await note.waitFor({ state: 'hidden' })
  })
})
