import type { Agent } from '@/lib/auth/schema'
import { countTickets } from '@/lib/tickets/count-tickets'
import { listThese } from '@/lib/tickets/list-these'
import { listTickets } from '@/lib/tickets/list-tickets'
import { type QueuePage, toQueueItem } from './queue-item'
import type { QueueQuery } from './queue-query'
import { toTicketQuery } from './to-ticket-query'

type Place = {
  cursor?: string
  limit?: number
  /** Tickets outside of this page that are to be read again, where they are in the list. */
  again?: string[]
  /** Whether these were found with a letter wrong. */
  isTolerant?: boolean
}

/** One page of the queue with the counts of all views. */
export async function readQueue(
  agent: Agent,
  query: QueueQuery,
  { again = [], isTolerant: wasTolerant = false, ...place }: Place = {},
): Promise<QueuePage> {
  const asked = toTicketQuery(query)
  const [{ items, nextCursor, isTolerant }, counts, read] = await Promise.all([
    listTickets(agent, { ...asked, ...place }),
    countTickets(agent),
    listThese(agent, { ...asked, isTolerant: wasTolerant }, again),
  ])
  return { items: items.map(toQueueItem), nextCursor, isTolerant, counts, again: read.map(toQueueItem) }
}
