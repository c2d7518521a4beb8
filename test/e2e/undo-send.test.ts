import type { Locator } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { deliverMessage } from '@/lib/delivery/deliver-message'
import { getTicket } from '@/lib/tickets/get-ticket'
import { hasBrowser, openPage } from '../support/browser'
import { makeShopTicket, replyBox, withTimeToUndo } from '../support/errands'

describe.skipIf(!hasBrowser)('a reply that was sent by mistake', () => {
  it('is taken back with one key from the next ticket: its text, its draft and its ticket are as they were', async () => {
    const ticket = await makeShopTicket({ subject: '退货', message: { text: '退货地址发我一下' }, contact: { name: '夏夏' } })
    const page = await openPage({ role: 'agent', locale: 'zh' })
    await page.goto(`/tickets/${ticket.id}`)
    const box = replyBox(page)
    await box.press('Control+End')
    await page.keyboard.type('辛苦了')
    const text = await box.inputValue()
    await withTimeToUndo(async () => {
      await page.keyboard.press('Control+Shift+Enter')
      await page.waitForURL((url) => /\/tickets\/./.test(url.pathname) && !url.pathname.includes(ticket.id))
    })
    await page.getByText(/发给夏夏的回复 \d+ 秒后送出/).waitFor()
    await expect.poll(async () => (await getTicket(ticket.id)).status).toBe('resolved')
    const { id: messageId } = (await getTicket(ticket.id)).messages.at(-1) ?? { id: '' }

    await page.keyboard.press('z')
    await page.waitForURL(`**/tickets/${ticket.id}`)
    await expect.poll(() => replyBox(page).inputValue()).toBe(text)
    await expect.poll(async () => (await getTicket(ticket.id)).status).toBe('open')
    const after = await getTicket(ticket.id)
    expect(after).toMatchObject({ suggestion: { id: ticket.suggestion?.id, status: 'ready' } })
    expect(after.messages.map(({ direction }) => direction)).toEqual(['incoming'])
    await deliverMessage(messageId)
    expect(await db().outboxEntry.count({ where: { webhookId: messageId } })).toBe(0)

    // Sent for good this time: the mistake is mended, and the words are there to be changed.
    await replyBox(page).press('Control+Enter')
    await page.waitForURL((url) => !url.pathname.includes(ticket.id))
    await expect.poll(async () => (await getTicket(ticket.id)).status).toBe('waiting')
  })

  it('on a phone lies over nothing that the next reply needs, and not on the navigation', async () => {
    const contact = { name: 'A Customer With Quite A Long Name' }
    const ticket = await makeShopTicket({ subject: 'Returns', message: { text: 'Which items cannot be returned?' }, contact })
    await makeShopTicket({ subject: 'Returns', message: { text: 'Which items cannot be returned?' } })
    const page = await openPage({ role: 'agent', viewport: { width: 390, height: 844 } })
    await page.goto(`/tickets/${ticket.id}`)
    await withTimeToUndo(async () => {
      await replyBox(page).press('Control+Enter')
      await page.waitForURL((url) => !url.pathname.includes(ticket.id))
    })
    const undo = page.getByRole('button', { name: 'Undo', exact: true })
    await undo.waitFor()
    const boxOf = async (what: Locator) => {
      const box = await what.boundingBox()
      if (!box) throw new Error('It is not on the page.')
      return { ...box, right: box.x + box.width, bottom: box.y + box.height }
    }
    const strip = undo.locator('..')
    // It has come to rest.
    await strip.evaluate((element) => Promise.all(element.getAnimations({ subtree: true }).map(({ finished }) => finished)))
    const onTicket = await boxOf(strip)
    expect(onTicket.bottom, 'the strip ends above the reply').toBeLessThanOrEqual((await boxOf(replyBox(page))).y)
    expect(onTicket.y, 'and begins below the ticket’s name').toBeGreaterThan((await boxOf(page.getByRole('heading', { level: 1 }))).bottom)
    expect(onTicket.right).toBeLessThanOrEqual(390)
    await page.getByRole('link', { name: 'Back to the queue' }).click()
    await page.getByRole('searchbox').waitFor()
    const navigation = await boxOf(page.getByRole('navigation'))
    await expect.poll(async () => (await boxOf(strip)).y, { message: 'the strip is down at the queue' }).toBeGreaterThan(navigation.y - 80)
    await expect.poll(async () => (await boxOf(strip)).bottom).toBeLessThanOrEqual(navigation.y)
    await undo.click()
    await page.waitForURL(`**/tickets/${ticket.id}`)
  })

  it('cannot be taken back once it has left, and the page says so', async () => {
    const ticket = await makeShopTicket({ subject: '退货', message: { text: '退货地址发我一下' }, contact: { name: '迟迟' } })
    const page = await openPage({ role: 'agent', locale: 'zh' })
    await page.goto(`/tickets/${ticket.id}`)
    await withTimeToUndo(async () => {
      await replyBox(page).press('Control+Enter')
      await page.getByText(/发给迟迟的回复 \d+ 秒后送出/).waitFor()
    })
    const undo = page.getByRole('button', { name: '撤回' })
    const { id: messageId } = (await getTicket(ticket.id)).messages.at(-1) ?? { id: '' }
    // Its seconds are over sooner than the page believes.
    await db().delivery.update({ where: { messageId }, data: { nextAttemptAt: new Date() } })
    await deliverMessage(messageId)
    await undo.click()
    await page.getByText('这条回复已经送出，无法撤回。').waitFor()
    await expect
      .poll(async () => (await getTicket(ticket.id)).messages.at(-1))
      .toMatchObject({ id: messageId, delivery: { status: 'sent' } })
  })
})
