import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { changeTicket } from '@/lib/tickets/change-ticket'

/**
 * Gives a ticket to an agent, or back to nobody.
 * @throws AppError not_found, unprocessable (no such agent, or one who has left)
 */
export async function assignTicket(ticketId: string, assigneeId: string | null): Promise<void> {
  if (assigneeId !== null) {
    const assignee = await db().user.findUnique({ where: { id: assigneeId, disabledAt: null }, select: { id: true } })
    if (!assignee) throw new AppError('unprocessable', 'This agent does not work here.')
  }
  await changeTicket(ticketId, { assigneeId })
}
