import { db, type Tx } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { publish } from '@/lib/events'
import { requestSuggestion } from '@/lib/suggestions/request-suggestion'
import { followMerged } from '@/lib/tickets/follow-merged'
import { indexTickets } from '@/lib/tickets/index-tickets'
import { lockTicket } from '@/lib/tickets/lock-ticket'
import { type Doer, recordTicketEvent } from '@/lib/tickets/record-ticket-event'
import { recountTicket } from '@/lib/tickets/recount-ticket'
import { ticketEventSchema } from '@/lib/tickets/ticket-event'
import type { TicketStatus } from '@/prisma/generated/enums'

/**
 * Takes a merge back: what was written under the ticket, before the merge and since, is under it again, and it stands
 * where it stood; where the customer has written since, it is open. What agents wrote under the target stays there.
 * @throws AppError not_found, conflict (it is not merged)
 */
export async function unmergeTicket(ticketId: string, by: Doer): Promise<void> {
  await db().$transaction(async (tx) => {
    const { ticketId: holderId, path } = await followMerged((id) => lockTicket(tx, id, { mayBeMerged: true }), ticketId)
    if (path.length === 1) throw new AppError('conflict', 'This ticket is not merged.', { details: { reason: 'not_merged' } })
    const merge = await findMerge(tx, ticketId)
    // As in mergeTicket: a reply that is held goes its way.
    await tx.heldReply.deleteMany({ where: { message: { ticketId: holderId } } })
    await moveBack(tx, ticketId, holderId)
    await indexTickets(tx, [ticketId, holderId])
    await restore(tx, ticketId, merge)
    await recountHolder(tx, holderId)
    const [own, holder] = [await nameOf(tx, ticketId), await nameOf(tx, holderId)]
    await recordTicketEvent(tx, ticketId, by, { kind: 'unmerged', ticketId: holderId, ...holder })
    await recordTicketEvent(tx, holderId, by, { kind: 'unmerged', ticketId, ...own })
    for (const id of [ticketId, holderId]) await publish(tx, { kind: 'ticket', ticketId: id })
  })
}

type Merge = { at: Date; status: TicketStatus }

async function findMerge(tx: Tx, ticketId: string): Promise<Merge> {
  const { createdAt, details } = await tx.ticketEvent.findFirstOrThrow({
    where: { ticketId, kind: 'merged_into' },
    select: { createdAt: true, details: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  const facts = ticketEventSchema.parse({ kind: 'merged_into', ...(details as object) })
  if (facts.kind !== 'merged_into') throw new AppError('internal', 'An event is not what it says it is.')
  return { at: createdAt, status: facts.status }
}

/** What was merged into it before comes along, and stays merged into it. */
async function moveBack(tx: Tx, ticketId: string, holderId: string): Promise<void> {
  await tx.$executeRaw`
    with recursive own as (
      select id from ticket where id = ${ticketId}::uuid
      union select ticket.id from ticket join own on ticket.merged_into_id = own.id
    )
    update message set ticket_id = ${ticketId}::uuid, origin_id = nullif(origin_id, ${ticketId}::uuid),
      client_key = substring(client_key from position(${`${ticketId}/`} in client_key) + ${ticketId.length + 1}::int)
    where ticket_id = ${holderId}::uuid and origin_id in (select id from own)`
  await tx.ticket.update({ where: { id: ticketId }, data: { mergedIntoId: null }, select: { id: true } })
}

async function restore(tx: Tx, ticketId: string, { at, status }: Merge): Promise<void> {
  const { activeAt, ...recount } = await recountTicket(tx, ticketId)
  const since = await tx.message.count({ where: { ticketId, direction: 'incoming', createdAt: { gt: at } } })
  const now = since > 0 ? 'open' : status
  const waitingSince = now === 'open' ? recount.waitingSince : null
  await tx.ticket.update({
    where: { id: ticketId },
    data: { ...recount, ...(activeAt && { activeAt }), waitingSince, status: now, ...(now !== 'resolved' && { resolvedAt: null }) },
    select: { id: true },
  })
  if (waitingSince) await requestSuggestion(tx, ticketId)
}

async function recountHolder(tx: Tx, holderId: string): Promise<void> {
  const { activeAt, ...recount } = await recountTicket(tx, holderId)
  const { status } = await tx.ticket.findUniqueOrThrow({ where: { id: holderId }, select: { status: true } })
  const waitingSince = status === 'open' ? recount.waitingSince : null
  await tx.ticket.update({
    where: { id: holderId },
    data: { ...recount, ...(activeAt && { activeAt }), waitingSince },
    select: { id: true },
  })
  // Its draft was made from words that are not its own any more.
  if (waitingSince) await requestSuggestion(tx, holderId)
  else await tx.suggestion.updateMany({ where: { ticketId: holderId, isCurrent: true }, data: { isCurrent: null, status: 'superseded' } })
}

function nameOf(tx: Tx, id: string): Promise<{ number: number; subject: string }> {
  return tx.ticket.findUniqueOrThrow({ where: { id }, select: { number: true, subject: true } })
}
