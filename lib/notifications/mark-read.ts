import { db } from '@/lib/db'
import { publish } from '@/lib/events'

/** One of them, those about a ticket, or all. */
export type Which = { id: string } | { ticketId: string } | 'all'

/** Marks an agent's own notifications read; the bells of their other windows follow. Those of others are out of reach. */
export async function markRead(agent: { id: string }, which: Which): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.notification.updateMany({
      where: { userId: agent.id, readAt: null, ...(which === 'all' ? {} : which) },
      data: { readAt: new Date() },
    })
    if (count > 0) await publish(tx, { kind: 'notification', userId: agent.id })
  })
}
