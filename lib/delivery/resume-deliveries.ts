import { db } from '@/lib/db'
import { addJob } from '@/lib/jobs'
import { log } from '@/lib/log'

/** Its job is late by this much: the process that had it is dead, or its job was lost with it. */
const LATE_MS = 15_000
const AT_ONCE = 200

/**
 * Takes up deliveries whose process died in the middle of an attempt; graphile-worker gives a dead process's job back
 * only after four hours. Safe in every replica at once: the job key makes one job of them. Returns how many.
 */
export async function resumeDeliveries(): Promise<number> {
  const late = await db().delivery.findMany({
    where: { status: 'sending', OR: [{ nextAttemptAt: null }, { nextAttemptAt: { lt: new Date(Date.now() - LATE_MS) } }] },
    select: { messageId: true },
    orderBy: { createdAt: 'asc' },
    take: AT_ONCE,
  })
  for (const { messageId } of late) await addJob(db(), 'deliver-message', { messageId }, { jobKey: `deliver:${messageId}` })
  if (late.length > 0) log.warn({ event: 'delivery.resumed', count: late.length })
  return late.length
}
