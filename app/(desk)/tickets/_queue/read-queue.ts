import type { Agent } from '@/lib/auth/schema'
import { countTickets } from '@/lib/tickets/count-tickets'
import { listTickets } from '@/lib/tickets/list-tickets'
import { type QueuePage, toQueueItem } from './queue-item'
import type { QueueQuery } from './queue-query'
import { toTicketQuery } from './to-ticket-query'

/** One page of the queue with the counts of all views. */
export async function readQueue(agent: Agent, query: QueueQuery, place: { cursor?: string; limit?: number } = {}): Promise<QueuePage> {
  const [{ items, nextCursor, isTolerant }, counts] = await Promise.all([
    listTickets(agent, { ...toTicketQuery(query), ...place }),
    countTickets(agent),
  ])
  return { items: items.map(toQueueItem), nextCursor, isTolerant, counts }
}
