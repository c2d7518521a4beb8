import type { Agent } from '@/lib/auth/schema'
import { countTickets } from '@/lib/tickets/count-tickets'
import { listThese } from '@/lib/tickets/list-these'
import { listTickets, type TicketPage } from '@/lib/tickets/list-tickets'
import { findNearQuery, knownWords } from '@/lib/tickets/near-words'
import type { TicketQuery } from '@/lib/tickets/schema'
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
  /** Or by these words instead of those that were typed. */
  near?: string
}

/** One page of the queue with the counts of all views. */
export async function readQueue(
  agent: Agent,
  query: QueueQuery,
  { again = [], isTolerant: wasTolerant = false, near: wasNear, ...place }: Place = {},
): Promise<QueuePage> {
  const asked = { ...toTicketQuery(query), ...(wasNear && { q: wasNear }) }
  const [{ items, nextCursor, isTolerant, near }, counts, read] = await Promise.all([
    listNear(agent, { ...asked, ...place }, wasNear),
    countTickets(agent),
    listThese(agent, { ...asked, isTolerant: wasTolerant }, again),
  ])
  return { items: items.map(toQueueItem), nextCursor, isTolerant, near, counts, again: read.map(toQueueItem) }
}

/** The tickets; where a search has none at all, those of the words it probably meant, if there are any. */
async function listNear(agent: Agent, query: TicketQuery, near: string | null = null): Promise<TicketPage & { near: string | null }> {
  // One types a search letter by letter: by the word's end the dictionary is there.
  if (query.q) knownWords()
  const page = await listTickets(agent, query)
  const isNothing = page.items.length === 0 && page.nextCursor === null && !query.cursor
  const meant = isNothing && query.q && !near ? findNearQuery(query.q) : null
  const other = meant === null ? null : await listTickets(agent, { ...query, q: meant })
  return other && other.items.length > 0 ? { ...other, near: meant } : { ...page, near }
}
