import { db } from '@/lib/db'
import { publish } from '@/lib/events'
import { recordTicketEvent } from '@/lib/tickets/record-ticket-event'

/** A job's time and a snooze's come from two clocks. */
const CLOCK_SLACK_MS = 1_000

/**
 * Brings a snoozed ticket back when its time has come: open again, on top of the queue, as something to be looked at.
 * Runs as a job, may run twice and wakes once; a ticket that was woken or snoozed anew meanwhile is left as it is.
 */
export async function wakeTicket(ticketId: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const now = Date.now()
    const { count } = await tx.ticket.updateMany({
      where: { id: ticketId, status: { not: 'resolved' }, snoozedUntil: { lte: new Date(now + CLOCK_SLACK_MS) } },
      data: { snoozedUntil: null, status: 'open', activeAt: new Date(now), seenAt: null },
    })
    if (count === 0) return
    await recordTicketEvent(tx, ticketId, null, { kind: 'woken', by: 'time' })
    await publish(tx, { kind: 'ticket', ticketId })
  })
}
