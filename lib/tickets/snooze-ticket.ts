import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { addJob } from '@/lib/jobs'
import { changeTicketIn } from '@/lib/tickets/change-ticket'
import type { Doer } from '@/lib/tickets/record-ticket-event'

/** Whoever means later than a year does not mean a ticket. */
const MAX_DAYS = 366
const DAY_MS = 24 * 3_600_000

/**
 * Puts a ticket out of sight until `until`; null brings it back now. The job that wakes it commits with the snooze.
 * @throws AppError not_found, unprocessable (in the past, or more than a year ahead), conflict (resolved or merged)
 */
export async function snoozeTicket(ticketId: string, until: Date | null, by: Doer = null): Promise<void> {
  const ahead = until ? until.getTime() - Date.now() : 0
  if (until && !(ahead > 0 && ahead <= MAX_DAYS * DAY_MS)) {
    throw new AppError('unprocessable', 'A ticket can be snoozed until a time within the next year.', {
      details: { reason: 'snooze_time' },
    })
  }
  await db().$transaction(async (tx) => {
    await changeTicketIn(
      tx,
      ticketId,
      ({ status }) => {
        if (until && status === 'resolved')
          throw new AppError('conflict', 'A resolved ticket needs no snoozing.', { details: { reason: 'resolved' } })
        return { snoozedUntil: until }
      },
      by,
    )
    // The later snooze replaces the earlier one's job; after waking by hand the job finds nothing to do.
    if (until) await addJob(tx, 'wake-ticket', { ticketId }, { runAt: until, jobKey: `wake:${ticketId}`, maxAttempts: 12 })
  })
}
