import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Agent } from '@/lib/auth/schema'
import { apiChannelId } from '@/lib/channels/api-channel'
import { createChannel } from '@/lib/channels/create-channel'
import { db } from '@/lib/db'
import { deliverMessage } from '@/lib/delivery/deliver-message'
import { addNote } from '@/lib/messages/add-note'
import { sendReply } from '@/lib/messages/send-reply'
import { listNotifications } from '@/lib/notifications/list-notifications'
import { markRead } from '@/lib/notifications/mark-read'
import { notify } from '@/lib/notifications/notify'
import { addCustomerMessage } from '@/lib/tickets/add-customer-message'
import { assignTicket } from '@/lib/tickets/assign-ticket'
import { getTicket } from '@/lib/tickets/get-ticket'
import { ingestMessage } from '@/lib/tickets/ingest-message'
import { newTicketSchema } from '@/lib/tickets/schema'
import { ticketBody } from '@/test/support/senders'
import { makeAgent, makeTicket } from '@/test/support/tickets'

let lin: Agent
let zhou: Agent
beforeEach(async () => {
  lin = await makeAgent(`Lin ${randomUUID().slice(0, 8)}`)
  zhou = await makeAgent(`Zhou ${randomUUID().slice(0, 8)}`)
})

const kindsOf = async (agent: Agent) => (await listNotifications(agent)).items.map(({ kind }) => kind)

describe('a notification', () => {
  it('comes to those whom a note names, by id, and not to who wrote it', async () => {
    const ticket = await makeTicket()
    const note = { agent: lin, ticketId: ticket.id, text: `@${zhou.name} please, @${lin.name} cannot`, clientKey: 'one' }
    const { messageId } = await addNote(note)
    await addNote(note)
    expect((await db().message.findUniqueOrThrow({ where: { id: messageId } })).text).toBe(`<@${zhou.id}> please, <@${lin.id}> cannot`)
    expect((await listNotifications(zhou)).items).toMatchObject([
      { kind: 'mentioned', actor: { name: lin.name }, ticket: { id: ticket.id } },
    ])
    expect(await listNotifications(lin)).toEqual({ items: [], unread: 0 })
    await db().user.update({ where: { id: zhou.id }, data: { name: 'Zhou Yan' } })
    expect((await getTicket(ticket.id)).messages.at(-1)?.text).toBe(`@Zhou Yan please, @${lin.name} cannot`)
  })

  it('comes to who is given a ticket by somebody else', async () => {
    const ticket = await makeTicket()
    await assignTicket(ticket.id, lin.id, { by: lin })
    expect(await kindsOf(lin)).toEqual([])
    await assignTicket(ticket.id, zhou.id, { by: lin })
    await assignTicket(ticket.id, zhou.id, { by: lin })
    expect(await kindsOf(zhou)).toEqual(['assigned'])
    await assignTicket(ticket.id, null, { by: lin })
    expect(await kindsOf(lin)).toEqual([])
  })

  it('comes to who has the ticket when its customer writes, one unread at a time, whichever door the words came through', async () => {
    const externalId = randomUUID()
    const bring = async (text: string) => {
      const body = ticketBody({ externalId, message: { text } })
      const source = { channelId: await apiChannelId(), deliveryKey: randomUUID(), raw: Buffer.from(JSON.stringify(body)) }
      return ingestMessage(source, newTicketSchema.parse(body))
    }
    const { ticketId } = await bring('Where is it?')
    await bring('Hello?')
    await assignTicket(ticketId, lin.id, { by: lin })
    const { messageId } = await bring('Anybody there?')
    expect(await kindsOf(lin)).toEqual(['customer_replied'])
    const { messageId: last } = await addCustomerMessage({ ticketId, text: 'Still waiting' })
    const rows = await db().notification.findMany({ where: { userId: lin.id } })
    expect(rows).toMatchObject([{ messageId: last, readAt: null }])
    expect(last).not.toBe(messageId)
    await markRead(lin, { ticketId })
    await addCustomerMessage({ ticketId, text: 'And now?' })
    expect(await listNotifications(lin)).toMatchObject({ unread: 1, items: [{ readAt: null }, { readAt: expect.any(Date) }] })
  })

  it('comes to who wrote a reply that could not be delivered, once', async () => {
    const channel = await createChannel({ name: 'shop', allowsPrivateUrl: true, outgoingUrl: 'http://127.0.0.1:9/replies' })
    const ticket = await makeTicket({ externalId: randomUUID() }, channel.id)
    const { messageId } = await sendReply({ agent: lin, ticketId: ticket.id, text: 'On its way.', clientKey: null })
    await db().channel.update({ where: { id: channel.id }, data: { allowsPrivateUrl: false } })
    await deliverMessage(messageId)
    await deliverMessage(messageId)
    const { items } = await listNotifications(lin)
    expect(items).toMatchObject([{ kind: 'delivery_failed', ticket: { id: ticket.id }, actor: null }])
    expect(await kindsOf(zhou)).toEqual([])
  })

  it('is read by its own person only, one by one or all', async () => {
    const [one, two] = [await makeTicket(), await makeTicket()]
    for (const { id } of [one, two]) await assignTicket(id, zhou.id, { by: lin })
    const [newest] = (await listNotifications(zhou)).items
    await markRead(lin, { id: newest?.id ?? '' })
    await markRead(lin, 'all')
    expect((await listNotifications(zhou)).unread).toBe(2)
    await markRead(zhou, { id: newest?.id ?? '' })
    expect((await listNotifications(zhou)).unread).toBe(1)
    await markRead(zhou, 'all')
    expect((await listNotifications(zhou)).unread).toBe(0)
  })

  it('never comes to who has left, and of all that came the newest 200 stay', async () => {
    const ticket = await makeTicket()
    const tell = (to: string[]) => db().$transaction((tx) => notify(tx, { kind: 'assigned', ticketId: ticket.id, to }))
    await db().user.update({ where: { id: zhou.id }, data: { disabledAt: new Date() } })
    await tell([zhou.id, lin.id])
    expect(await db().notification.count({ where: { userId: zhou.id } })).toBe(0)
    await db().notification.createMany({
      data: Array.from({ length: 250 }, () => ({ userId: lin.id, kind: 'mentioned' as const, ticketId: ticket.id, readAt: new Date() })),
    })
    await tell([lin.id])
    expect(await db().notification.count({ where: { userId: lin.id } })).toBe(200)
    expect((await listNotifications(lin)).items).toHaveLength(50)
    expect((await listNotifications(lin)).unread).toBe(1)
  })
})
