import type { TicketFilters, TicketSort } from '@/lib/tickets/schema'
import type { QueueQuery } from './queue-query'

/** The queue's address as the house understands it. */
export function toTicketQuery({ q, view, sort, ...filters }: QueueQuery): TicketFilters & { sort: TicketSort } {
  const set = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== null))
  return { ...set, view, sort, ...(q && { q }) }
}
