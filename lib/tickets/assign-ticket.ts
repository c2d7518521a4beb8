import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { changeTicket } from '@/lib/tickets/change-ticket'
import type { Doer } from '@/lib/tickets/record-ticket-event'

type AssignOptions = {
  by?: Doer
  /** Whom the screen showed (null: nobody). Somebody else by now, and the ticket is not taken out of their hands unseen. */
  insteadOf?: string | null
}

/**
 * Gives a ticket to an agent, or back to nobody.
 * @throws AppError not_found, unprocessable (no such agent, or one who has left), conflict (somebody else was given it
 *   meanwhile, `reason: assigned_meanwhile`; or merged)
 */
export async function assignTicket(
  ticketId: string,
  assigneeId: string | null,
  { by = null, insteadOf }: AssignOptions = {},
): Promise<void> {
  if (assigneeId !== null) {
    const assignee = await db().user.findUnique({ where: { id: assigneeId, disabledAt: null }, select: { id: true } })
    if (!assignee) throw new AppError('unprocessable', 'This agent does not work here.')
  }
  await changeTicket(
    ticketId,
    ({ assignee }) => {
      const holder = assignee?.id ?? null
      if (insteadOf !== undefined && holder !== insteadOf && holder !== assigneeId) {
        throw new AppError('conflict', 'Somebody else has been given this ticket meanwhile.', { details: { reason: 'assigned_meanwhile' } })
      }
      return { assigneeId }
    },
    by,
  )
}
