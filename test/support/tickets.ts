import { randomUUID } from 'node:crypto'
import { apiChannelId } from '@/lib/channels/api-channel'
import { db } from '@/lib/db'
import { getTicket, type TicketDetail } from '@/lib/tickets/get-ticket'
import { ingestMessage } from '@/lib/tickets/ingest-message'
import { newTicketSchema } from '@/lib/tickets/schema'
import { createUser } from '@/test/support/create-user'
import { type TicketBody, ticketBody } from '@/test/support/senders'

/** A ticket that has come in, by default through the API's channel. */
export async function makeTicket(fields: TicketBody = {}, channelId?: string): Promise<TicketDetail> {
  const body = ticketBody(fields)
  const source = { channelId: channelId ?? (await apiChannelId()), deliveryKey: randomUUID(), raw: Buffer.from(JSON.stringify(body)) }
  const { ticketId } = await ingestMessage(source, newTicketSchema.parse(body))
  return getTicket(ticketId)
}

/** Finishes a ticket's draft as if the model had written `text`. Returns the draft's id. */
export async function finishDraft(ticket: TicketDetail, text: string): Promise<string> {
  const id = ticket.suggestion?.id
  if (!id) throw new Error('The ticket has no current draft.')
  await db().suggestion.update({ where: { id }, data: { status: 'ready', rung: 'model', text } })
  return id
}

export function makeAgent(name = '小张') {
  return createUser({ name, email: `${randomUUID()}@desk.test`, password: 'correct horse battery', role: 'agent' })
}
