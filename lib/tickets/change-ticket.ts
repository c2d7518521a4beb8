import { db } from '@/lib/db'
import { AppError, isMissingRow } from '@/lib/errors'
import { publish } from '@/lib/events'
import type { Prisma } from '@/prisma/generated/client'

/**
 * Changes fields of a ticket that no message depends on, and tells everyone.
 * @throws AppError not_found
 */
export async function changeTicket(ticketId: string, data: Prisma.TicketUncheckedUpdateInput): Promise<void> {
  await db().$transaction(async (tx) => {
    try {
      await tx.ticket.update({ where: { id: ticketId }, data, select: { id: true } })
    } catch (cause) {
      if (isMissingRow(cause)) throw new AppError('not_found', 'This ticket no longer exists.', { cause })
      throw cause
    }
    await publish(tx, { kind: 'ticket', ticketId })
  })
}
