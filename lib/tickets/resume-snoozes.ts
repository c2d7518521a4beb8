import { db } from '@/lib/db'
import { log } from '@/lib/log'
import { wakeTicket } from '@/lib/tickets/wake-ticket'

/** Its job is late by this much: the process that had it is dead. */
const LATE_MS = 15_000
const AT_ONCE = 200

/**
 * Wakes the tickets whose time came while their job's process died; graphile-worker gives a dead process's job back only
 * after four hours. Safe in every replica at once: waking counts once. Returns how many were found.
 */
export async function resumeSnoozes(): Promise<number> {
  const late = await db().ticket.findMany({
    where: { snoozedUntil: { lt: new Date(Date.now() - LATE_MS) }, status: { not: 'resolved' } },
    select: { id: true },
    orderBy: { snoozedUntil: 'asc' },
    take: AT_ONCE,
  })
  for (const { id } of late) await wakeTicket(id)
  if (late.length > 0) log.warn({ event: 'snooze.resumed', count: late.length })
  return late.length
}
