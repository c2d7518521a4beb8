import { changeTicket } from '@/lib/tickets/change-ticket'
import type { TicketStatus } from '@/prisma/generated/enums'

/**
 * Puts a ticket into a state by hand: resolves it, lets it wait for the customer, opens it again. Whoever resolves it or
 * lets it wait says that nobody waits for us.
 * @throws AppError not_found
 */
export async function setStatus(ticketId: string, status: TicketStatus): Promise<void> {
  await changeTicket(ticketId, statusColumns(status))
}

/** What else a state by hand changes. */
export function statusColumns(status: TicketStatus) {
  return { status, resolvedAt: status === 'resolved' ? new Date() : null, ...(status !== 'open' && { waitingSince: null }) }
}
