import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { getTicket } from '@/lib/tickets/get-ticket'
import { hasBrowser, openPage } from '../support/browser'
import { makeShopTicket, replyBox } from '../support/errands'
import { HeldWorker } from '../support/held-worker'

describe.skipIf(!hasBrowser || process.platform !== 'linux')('drafting again', () => {
  it('gives way to the new draft, and undo brings the agent’s own words back', async () => {
    const ticket = await makeShopTicket({ subject: '退货', message: { text: '退货地址发我一下' }, contact: { name: '再来' } })
    const page = await openPage({ role: 'agent', locale: 'zh' })
    await page.goto(`/tickets/${ticket.id}`)
    const box = replyBox(page)
    await box.fill('我自己写的一句。')
    await box.press('Alt+g')
    await expect.poll(() => box.inputValue()).toBe(ticket.suggestion?.text)
    const newer = (await getTicket(ticket.id)).suggestion
    expect(newer?.id).not.toBe(ticket.suggestion?.id)
    await box.press('Control+z')
    await expect.poll(() => box.inputValue()).toBe('我自己写的一句。')
    await box.press('Control+Shift+z')
    await expect.poll(() => box.inputValue()).toBe(newer?.text)

    // The text that gave way is on no server any more, and still not lost.
    await expect.poll(() => db().replyDraft.count({ where: { ticketId: ticket.id } })).toBe(0)
    await page.reload()
    await page.getByRole('button', { name: '上一版文字' }).click()
    await expect.poll(() => box.inputValue()).toBe('我自己写的一句。')
    await box.press('Control+Enter')
    await page.waitForURL((url) => !url.pathname.includes(ticket.id))
    const kept = await page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('replaced-reply:')))
    expect(kept).toEqual([])
  })

  it('can be stopped: the draft before it is back, and the same is on record', async () => {
    // An order number keeps the answer out of the cache: the model is asked again.
    const text = 'I picked navy when I meant black in order GP77310482196. Can you change the colour before it goes out?'
    const ticket = await makeShopTicket({ subject: 'Colour', message: { text }, contact: { name: 'Halt' } })
    const page = await openPage({ role: 'agent' })
    await page.goto(`/tickets/${ticket.id}`)
    const box = replyBox(page)
    const draft = await box.inputValue()
    const worker = new HeldWorker()
    await worker.hold()
    await box.press('Alt+g')
    await page.getByText('Drafting again…').waitFor()
    await expect.poll(async () => (await getTicket(ticket.id)).suggestion?.status).toBe('running')
    expect(await box.inputValue()).toBe(draft)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Draft again' }).waitFor()
    worker.run()
    await expect.poll(() => box.inputValue()).toBe(draft)
    await expect.poll(async () => (await getTicket(ticket.id)).suggestion).toMatchObject({ id: ticket.suggestion?.id, status: 'ready' })
  })
})
