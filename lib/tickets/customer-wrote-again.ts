import { lastWords } from '@/lib/tickets/last-words'
import { Prisma } from '@/prisma/generated/client'

/**
 * The SET list that a further customer message puts on its `ticket` row: open again, awake, unread, last in the queue's order.
 * `waiting_since` keeps the first message that nobody has answered.
 */
export function customerWroteAgain(text: string): Prisma.Sql {
  return Prisma.sql`
    status = 'open', resolved_at = null, snoozed_until = null, waiting_since = coalesce(ticket.waiting_since, now()),
    active_at = greatest(ticket.active_at, now()), last_words = ${lastWords(text)}, updated_at = now()`
}
