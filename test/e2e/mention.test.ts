import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { addCustomerMessage } from '@/lib/tickets/add-customer-message'
import { assignTicket } from '@/lib/tickets/assign-ticket'
import { createUser } from '@/test/support/create-user'
import { expectAccessible } from '../support/axe'
import { hasBrowser, openPage } from '../support/browser'
import { expectNoSidewaysScroll, makeShopTicket } from '../support/errands'

const newAgent = (name: string) =>
  createUser({ name, email: `${randomUUID()}@desk.test`, password: 'correct horse battery', role: 'agent' })

describe.skipIf(!hasBrowser)('a mention', () => {
  it('reaches the colleague’s bell at once, leads to the note, and is read then; all by keyboard', async () => {
    const [lin, wang] = [await newAgent('赵敏 Zhao Min'), await newAgent('Wu Jing')]
    const ticket = await makeShopTicket({
      subject: 'A hard one',
      message: { text: 'Can you deliver to an island?' },
      contact: { name: 'Isla Land' },
    })
    const theirs = await openPage({ userId: lin.id })
    await theirs.goto('/tickets')
    await theirs.getByRole('button', { name: 'Notifications', exact: true }).waitFor()

    const mine = await openPage({ userId: wang.id })
    await mine.goto(`/tickets/${ticket.id}?view=all`)
    await mine.keyboard.press('n')
    await mine.keyboard.type('Please help, @zm')
    await mine.getByRole('listbox', { name: 'Colleagues' }).getByRole('option', { name: '赵敏 Zhao Min', selected: true }).waitFor()
    // The key that opens the box is not the first letter in it.
    await expect.poll(() => mine.getByRole('textbox', { name: 'Internal note' }).inputValue()).toBe('Please help, @zm')
    await expectAccessible(mine, 'div:has(> [role=listbox])')
    await mine.keyboard.press('Enter')
    await mine.keyboard.type('you know islands')
    await mine.keyboard.press('Control+Enter')
    await mine.getByText('Please help, @赵敏 Zhao Min you know islands').waitFor()

    await theirs.getByRole('button', { name: 'Notifications, 1 unread' }).waitFor()
    await theirs.keyboard.press('b')
    const list = theirs.getByRole('dialog', { name: 'Notifications' })
    await list.getByText('Wu Jing mentioned you in a note').waitFor()
    await expectAccessible(theirs, '[role=dialog]')
    await theirs.keyboard.press('ArrowDown')
    await theirs.keyboard.press('Enter')
    await theirs.waitForURL(new RegExp(ticket.id))
    await theirs.getByText('Please help, @赵敏 Zhao Min you know islands').waitFor()
    await theirs.getByRole('button', { name: 'Notifications', exact: true }).waitFor()

    const other = await makeShopTicket({ subject: 'Another one', message: { text: 'Do you ship to Mars?' }, contact: { name: 'Marvin' } })
    await assignTicket(other.id, lin.id, { by: wang })
    await addCustomerMessage({ ticketId: other.id, text: 'And to Venus?' })
    await theirs.getByRole('button', { name: 'Notifications, 2 unread' }).waitFor()
    await theirs.setViewportSize({ width: 390, height: 844 })
    await theirs.getByRole('button', { name: 'Notifications, 2 unread' }).click()
    await list.getByText('The customer wrote on your ticket').waitFor()
    await list.getByText('Wu Jing gave you a ticket').waitFor()
    await expectNoSidewaysScroll(theirs)
    const { x = -1, width = 0 } = (await list.boundingBox()) ?? {}
    expect([x >= 0, x + width <= 390], `the list on a phone: ${x} to ${x + width}`).toEqual([true, true])
    await list.getByRole('button', { name: 'Mark all read' }).click()
    await list.getByRole('button', { name: 'Mark all read' }).waitFor({ state: 'detached' })
    await theirs.reload()
    await theirs.getByRole('button', { name: 'Notifications', exact: true }).waitFor()
    expect(await theirs.getByText('Notifications, 2 unread').count()).toBe(0)
  })

  it('of the ticket in front of one is read as it comes, and behind another window once one is back', async () => {
    const [lin, wang] = [await newAgent('Lin Na'), await newAgent('Wang Jie')]
    const body = { message: { text: 'Can you deliver to a lighthouse?' }, contact: { name: 'Lux' } }
    const ticket = await makeShopTicket({ subject: 'In front', ...body })
    const other = await makeShopTicket({ subject: 'Elsewhere', ...body })
    const isRead = async (ticketId: string) => {
      const news = await db().notification.findMany({ where: { userId: lin.id, ticketId }, select: { readAt: true } })
      return news.length > 0 && news.every(({ readAt }) => readAt !== null)
    }
    const page = await openPage({ userId: lin.id })
    await page.goto(`/tickets/${ticket.id}?view=all`)
    await assignTicket(other.id, lin.id, { by: wang })
    await page.getByRole('button', { name: 'Notifications, 1 unread' }).waitFor()
    await assignTicket(ticket.id, lin.id, { by: wang })
    await expect.poll(() => isRead(ticket.id)).toBe(true)
    expect(await isRead(other.id), 'news of another ticket stay').toBe(false)
    await page.keyboard.press('b')
    const list = page.getByRole('dialog', { name: 'Notifications' })
    await expect.poll(() => list.getByRole('listitem').count()).toBe(2)
    await expect.poll(() => list.getByText('unread', { exact: true }).count()).toBe(1)
    await page.keyboard.press('Escape')
    await list.waitFor({ state: 'detached' })

    // Another window before this one, as the browser tells it.
    const show = (state: 'hidden' | 'visible') =>
      page.evaluate((now) => {
        Object.defineProperty(document, 'visibilityState', { value: now, configurable: true })
        document.dispatchEvent(new Event('visibilitychange'))
      }, state)
    await show('hidden')
    await addCustomerMessage({ ticketId: ticket.id, text: 'And to a buoy?' })
    await page.getByRole('button', { name: 'Notifications, 2 unread' }).waitFor()
    await page.getByText('And to a buoy?').first().waitFor()
    expect(await isRead(ticket.id)).toBe(false)
    await show('visible')
    await expect.poll(() => isRead(ticket.id)).toBe(true)
    await page.getByRole('button', { name: 'Notifications, 1 unread' }).waitFor()
  })
})
