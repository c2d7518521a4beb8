import { changeTicket } from '@/lib/tickets/change-ticket'
import type { Doer } from '@/lib/tickets/record-ticket-event'
import type { TicketPriority } from '@/prisma/generated/enums'

/** @throws AppError not_found, conflict (merged) */
export async function setPriority(ticketId: string, priority: TicketPriority, by: Doer = null): Promise<void> {
  await changeTicket(ticketId, { priority }, by)
}
