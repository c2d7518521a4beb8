import { readCursor, writeCursor } from '@/lib/tickets/cursor'
import { findPlaces, type Places } from '@/lib/tickets/find-places'
import { listFilter } from '@/lib/tickets/list-filter'
import { type TicketQuery, ticketQuerySchema } from '@/lib/tickets/schema'
import { type TicketItem, ticketItems } from '@/lib/tickets/ticket-items'

export type TicketPage = {
  items: TicketItem[]
  /** Where to go on; null at the end. A search for what is hardly there comes to a halt before it has found enough, and goes on from here. */
  nextCursor: string | null
  /** Nothing had all the words as they were typed; these have them with a letter wrong. */
  isTolerant: boolean
}

/**
 * Tickets by `sort`, the last active first unless it says otherwise. `q` finds the beginnings of words and parts of Chinese ones in subject,
 * contact and the customer's messages, and a ticket by its number. A call takes bounded time at any number of tickets.
 * @throws ZodError, AppError bad_request (the cursor)
 */
export async function listTickets(agent: { id: string } | null, query: TicketQuery): Promise<TicketPage> {
  const { sort, cursor, limit, ...filters } = ticketQuerySchema.parse(query)
  const filter = listFilter(agent?.id ?? null, filters)
  const from = cursor ? readCursor(cursor) : null
  const find = (terms: string | null) => findPlaces({ filter, terms, sort, from, limit: limit + 1 })
  const exact = await find(filter.search?.exact ?? null)
  const isTolerant = isEmpty(exact) && from === null && Boolean(filter.search?.tolerant)
  const { places, next } = isTolerant ? await find(filter.search?.tolerant ?? null) : exact
  const shown = places.slice(0, limit)
  // One more than was asked for says that there is more, and the last one shown is where to go on.
  const goOn = places.length > limit ? shown.at(-1) : next
  return { items: await ticketItems(shown.map(({ id }) => id)), nextCursor: goOn ? writeCursor(goOn) : null, isTolerant }
}

const isEmpty = ({ places, next }: Places) => places.length === 0 && next === null
