import type { Agent } from '@/lib/auth/schema'
import { countTickets } from '@/lib/tickets/count-tickets'
import { listTickets } from '@/lib/tickets/list-tickets'
import { type QueuePage, toQueueItem } from './queue-item'
import type { QueueQuery } from './queue-query'

/** One page of the queue with the counts of all views. */
export async function readQueue(
  agent: Agent,
  { view, q }: QueueQuery,
  place: { cursor?: string; limit?: number } = {},
): Promise<QueuePage> {
  const [{ items, nextCursor }, counts] = await Promise.all([
    listTickets(agent, { view, q: q || undefined, ...place }),
    countTickets(agent),
  ])
  return { items: items.map(toQueueItem), nextCursor, counts }
}
