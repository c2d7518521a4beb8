import { db } from '@/lib/db'

export type Deed = { at: Date; actorName: string | null }

/** Who did this to that last, and when; null where the books have nothing of it. */
export async function findLastDeed(action: string, subjectId: string): Promise<Deed | null> {
  const entry = await db().auditEntry.findFirst({
    where: { action, subjectId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { createdAt: true, actor: { select: { name: true } } },
  })
  return entry && { at: entry.createdAt, actorName: entry.actor?.name ?? null }
}
