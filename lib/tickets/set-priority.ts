import { changeTicket } from '@/lib/tickets/change-ticket'
import type { TicketPriority } from '@/prisma/generated/enums'

/** @throws AppError not_found */
export async function setPriority(ticketId: string, priority: TicketPriority): Promise<void> {
  await changeTicket(ticketId, { priority })
}
