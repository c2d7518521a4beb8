import { changeTicket } from '@/lib/tickets/change-ticket'
import type { Doer } from '@/lib/tickets/record-ticket-event'
import type { TicketStatus } from '@/prisma/generated/enums'

/**
 * Puts a ticket into a state by hand: resolves it, lets it wait for the customer, opens it again. Whoever resolves it or
 * lets it wait says that nobody waits for us; what is resolved need not be woken.
 * @throws AppError not_found, conflict (merged)
 */
export async function setStatus(ticketId: string, status: TicketStatus, by: Doer = null): Promise<void> {
  await changeTicket(ticketId, statusColumns(status), by)
}

/** What else a state by hand changes. */
export function statusColumns(status: TicketStatus) {
  return {
    status,
    resolvedAt: status === 'resolved' ? new Date() : null,
    ...(status !== 'open' && { waitingSince: null }),
    ...(status === 'resolved' && { snoozedUntil: null }),
  }
}
