import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { getTicket } from '@/lib/tickets/get-ticket'
import { expectAccessible } from '../support/axe'
import { hasBrowser, openPage } from '../support/browser'
import { expectNoSidewaysScroll, makeShopTicket } from '../support/errands'
import { makeAgent } from '../support/tickets'

describe.skipIf(!hasBrowser)('the state of a ticket', () => {
  it('is changed by keyboard alone: priority, assignee, tags, snooze, status, each with a line in the thread', async () => {
    const ticket = await makeShopTicket({ subject: 'Keys of state', message: { text: 'Which items cannot be returned?' } })
    const colleague = await makeAgent('Zhao Quillon')
    const page = await openPage({ role: 'agent' })
    await page.goto(`/tickets/${ticket.id}`)
    const thread = page.getByRole('region', { name: 'Conversation' })
    const read = () => getTicket(ticket.id)

    await page.keyboard.press('p')
    await page.keyboard.type('urg')
    await page.keyboard.press('Enter')
    await thread.getByText(/changed the priority from Normal to Urgent/).waitFor()

    await page.keyboard.press('a')
    await page.getByRole('option', { name: 'Zhao Quillon' }).waitFor()
    await page.keyboard.type('quill')
    await page.keyboard.press('Enter')
    await thread.getByText(/gave the ticket to Zhao Quillon/).waitFor()

    await page.keyboard.press('t')
    await page.keyboard.type('vip-errand')
    await page.keyboard.press('Enter')
    await page.getByRole('option', { name: 'vip-errand', selected: true }).waitFor()
    await page.keyboard.press('Escape')
    await thread.getByText(/added vip-errand/).waitFor()
    await expectAccessible(page)

    await page.keyboard.press('h')
    await page.getByRole('option', { name: /^Tomorrow morning/ }).waitFor()
    await page.keyboard.type('tomorrow')
    await expectAccessible(page)
    await page.keyboard.press('Enter')
    const strip = page.getByText(/^Snoozed until .*It comes back at once when the customer writes/)
    await strip.waitFor()
    // The word stands there at once; the row follows.
    await expect.poll(async () => (await read()).snoozedUntil?.getTime() ?? 0).toBeGreaterThan(Date.now())
    await page.getByRole('button', { name: 'Bring it back now' }).click()
    await strip.waitFor({ state: 'hidden' })

    await page.keyboard.press('e')
    await page.getByRole('button', { name: 'Reopen' }).waitFor()
    await expect.poll(async () => (await read()).status).toBe('resolved')
    await page.keyboard.press('s')
    await page.keyboard.type('open')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Resolve', exact: true }).waitFor()
    await expect.poll(read).toMatchObject({
      status: 'open',
      priority: 'urgent',
      assignee: { id: colleague.id },
      tags: ['vip-errand'],
      snoozedUntil: null,
    })
    await page.reload()
    await page.getByRole('button', { name: /^Priority: Urgent/ }).waitFor()
  })

  it('is not taken out of a colleague’s hands unseen: the word is taken back, and why is said', async () => {
    const ticket = await makeShopTicket({ subject: 'Two hands', message: { text: 'Which items cannot be returned?' } })
    const colleague = await makeAgent('Quicker Colleague')
    const page = await openPage({ role: 'agent' })
    await page.goto(`/tickets/${ticket.id}`)
    await expect.poll(async () => (await db().ticket.findUniqueOrThrow({ where: { id: ticket.id } })).seenAt).not.toBeNull()
    // The colleague takes it in the moment between this agent's key and the server.
    await page.route(`**/tickets/${ticket.id}**`, async (route) => {
      if (route.request().postData()?.includes('insteadOf')) {
        await db().ticket.update({ where: { id: ticket.id }, data: { assigneeId: colleague.id } })
      }
      await route.continue()
    })
    await page.keyboard.press('i')
    await page.getByRole('alert').getByText('A colleague has just taken this ticket; nothing was changed.').waitFor()
    // Nobody's until the page is read again, and then the colleague's; never this agent's.
    await page.getByRole('button', { name: /^Assignee: (Unassigned|Quicker Colleague)/ }).waitFor()
    expect((await getTicket(ticket.id)).assignee?.id).toBe(colleague.id)
    await page.reload()
    await page.getByRole('button', { name: /^Assignee: Quicker Colleague/ }).waitFor()
  })

  it('fits a phone, in Chinese and in the dark', async () => {
    const ticket = await makeShopTicket({
      subject: '手机上的工单',
      message: { text: '哪些商品不能退？' },
      tags: ['退款', '催促', '大客户'],
      priority: 'urgent',
    })
    const page = await openPage({ role: 'agent', locale: 'zh', viewport: { width: 390, height: 844 } })
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.goto(`/tickets/${ticket.id}`)
    await page.getByRole('button', { name: /^优先级: 紧急/ }).click()
    await page.getByRole('option', { name: '高' }).click()
    await page.getByText(/把优先级从紧急改为高/).waitFor()
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  })
})
