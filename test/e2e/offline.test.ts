import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { getTicket } from '@/lib/tickets/get-ticket'
import { hasBrowser, openPage } from '../support/browser'
import { makeShopTicket, replyBox } from '../support/errands'

const kept = (ticketId: string) => db().replyDraft.findFirst({ where: { ticketId }, select: { text: true } })

describe.skipIf(!hasBrowser)('an agent whose connection is gone for a while', () => {
  it('types on, is told that nothing was sent, loses no word, and sends once when it is back', async () => {
    const ticket = await makeShopTicket({
      subject: 'Returns',
      message: { text: 'What is the address for returns?' },
      contact: { name: 'Offa' },
    })
    const page = await openPage({ role: 'agent', losesConnection: true })
    await page.goto(`/tickets/${ticket.id}`)
    await page.context().setOffline(true)
    await replyBox(page).fill('Typed in a tunnel.')
    await page.getByText('Offline; kept here').waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByText('There is no connection. Nothing was sent').waitFor()
    await replyBox(page).press('Alt+s')
    await page.getByText('The server cannot be reached. Your text is untouched').waitFor()
    expect(await replyBox(page).inputValue()).toBe('Typed in a tunnel.')
    expect((await getTicket(ticket.id)).messages).toHaveLength(1)

    await page.context().setOffline(false)
    await page.getByText(/^Saved \d\d:\d\d$/).waitFor()
    await expect.poll(() => kept(ticket.id)).toEqual({ text: 'Typed in a tunnel.' })
    // Nothing leaves by itself.
    expect((await getTicket(ticket.id)).messages).toHaveLength(1)
    await replyBox(page).press('Control+Enter')
    await page.waitForURL((url) => !url.pathname.includes(ticket.id))
    await expect.poll(async () => (await getTicket(ticket.id)).messages.map(({ text }) => text).slice(1)).toEqual(['Typed in a tunnel.'])
    await expect.poll(() => kept(ticket.id)).toBeNull()
  })

  it('whose answer got lost on the way has sent once, however often they click', async () => {
    const ticket = await makeShopTicket({
      subject: 'Returns',
      message: { text: 'What is the address for returns?' },
      contact: { name: 'Lossa' },
    })
    const page = await openPage({ role: 'agent', losesConnection: true })
    await page.goto(`/tickets/${ticket.id}`)
    await replyBox(page).fill('Sent, and nobody heard of it.')
    let isLost = true
    await page.route('**/tickets/**', async (route) => {
      if (!isLost || !route.request().headers()['next-action'] || !route.request().postData()?.includes('clientKey'))
        return route.continue()
      isLost = false
      await route.fetch()
      await route.abort('connectionreset')
    })
    await replyBox(page).press('Control+Enter')
    await page.getByText('it is not certain whether the reply was sent').waitFor()
    await replyBox(page).press('Control+Enter')
    await page.waitForURL((url) => !url.pathname.includes(ticket.id))
    await expect.poll(async () => (await getTicket(ticket.id)).messages.filter(({ direction }) => direction === 'outgoing')).toHaveLength(1)
  })
})
