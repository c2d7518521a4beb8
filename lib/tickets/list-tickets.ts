import { beginningOf, readCursor, writeCursor } from '@/lib/tickets/cursor'
import { findNumbered } from '@/lib/tickets/find-numbered'
import { findPlaces, type Places } from '@/lib/tickets/find-places'
import { listFilter } from '@/lib/tickets/list-filter'
import { type TicketQuery, ticketQuerySchema } from '@/lib/tickets/schema'
import { type TicketItem, ticketItems } from '@/lib/tickets/ticket-items'
import { Prisma } from '@/prisma/generated/client'

export type TicketPage = {
  items: TicketItem[]
  /** Where to go on; null at the end. A search for what is hardly there comes to a halt before it has found enough, and goes on from here. */
  nextCursor: string | null
  /** Nothing had all the words as they were typed; these have them with a letter wrong. */
  isTolerant: boolean
}

/**
 * Tickets by `sort`, the last active first unless it says otherwise. `q` finds the beginnings of words and parts of Chinese ones in subject,
 * contact and the customer's messages, and a ticket by its number, which stands before all others. A call takes bounded time at any number of
 * tickets.
 * @throws ZodError, AppError bad_request (the cursor)
 */
export async function listTickets(agent: { id: string } | null, query: TicketQuery): Promise<TicketPage> {
  const { sort, cursor, limit, ...filters } = ticketQuerySchema.parse(query)
  const whole = listFilter(agent?.id ?? null, filters)
  const { search } = whole
  const begun = cursor ? readCursor(cursor) : null
  const from = begun?.place ?? null
  const numbered = search && search.number !== null ? await findNumbered(whole, search.number) : null
  // On the first page it comes first, and on no page again.
  const first = from === null && numbered ? [numbered] : []
  const filter = numbered ? { ...whole, base: Prisma.sql`${whole.base} and t.id <> ${numbered}::uuid` } : whole
  const room = limit - first.length
  const find = (terms: string | null) => (search && terms === null ? NONE : findPlaces({ filter, terms, sort, from, limit: room + 1 }))
  const exact = begun?.isTolerant ? NONE : await find(search?.exact ?? null)
  const isTolerant = begun?.isTolerant ?? (isEmpty(exact) && !numbered && Boolean(search?.tolerant))
  const { places, next } = isTolerant ? await find(search?.tolerant ?? null) : exact
  const shown = places.slice(0, room)
  // One more than was asked for says that there is more, and the last one shown is where to go on.
  const goOn = places.length > room ? (shown.at(-1) ?? beginningOf(sort)) : next
  const items = await ticketItems([...first, ...shown.map(({ id }) => id)])
  return { items, nextCursor: goOn ? writeCursor(goOn, isTolerant) : null, isTolerant }
}

const NONE: Places = { places: [], next: null }
const isEmpty = ({ places, next }: Places) => places.length === 0 && next === null
