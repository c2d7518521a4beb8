import type { TicketSort } from '@/lib/tickets/schema'
import type { QueueItem } from './queue-item'

/** Whether `a` stands after `b` in a list of this order: the order of the server (lib/tickets/ticket-order.ts), for rows that are here. */
export function standsAfter(a: QueueItem, b: QueueItem, sort: TicketSort): boolean {
  const key = ({ waitingSince, dueAt }: QueueItem) => ({ active: null, waiting: waitingSince, due: dueAt })[sort]
  const [mine, theirs] = [key(a), key(b)]
  if (mine !== theirs) return mine === null || (theirs !== null && mine > theirs)
  if (mine === null && a.activeAt !== b.activeAt) return a.activeAt < b.activeAt
  return a.id < b.id
}
