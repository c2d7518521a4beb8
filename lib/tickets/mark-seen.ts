import { db } from '@/lib/db'
import { publish } from '@/lib/events'

/**
 * Notes that an agent has opened a ticket. Tells everyone only when that changes something: a page that marks as seen
 * and reloads on every event would otherwise call itself for ever.
 */
export async function markSeen(ticketId: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const changed = await tx.$executeRaw`
      update ticket set seen_at = now() where id = ${ticketId}::uuid and (seen_at is null or seen_at < active_at)`
    if (changed > 0) await publish(tx, { kind: 'ticket', ticketId })
  })
}
