import type { Tx } from '@/lib/db'
import { changeTicketIn } from '@/lib/tickets/change-ticket'
import type { Doer } from '@/lib/tickets/record-ticket-event'

/** More than anybody has in hand; who has more keeps the oldest. */
const MAX_RELEASED = 500

/** Gives back to everybody what somebody had in hand. Returns how many tickets that were. */
export async function releaseTickets(tx: Tx, assigneeId: string, by: Doer): Promise<number> {
  const tickets = await tx.ticket.findMany({
    where: { assigneeId, status: { in: ['open', 'waiting'] }, mergedIntoId: null },
    select: { id: true },
    orderBy: { id: 'desc' },
    take: MAX_RELEASED,
  })
  for (const { id } of tickets) await changeTicketIn(tx, id, { assigneeId: null }, by)
  return tickets.length
}
