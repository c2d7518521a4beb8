import type { TicketPlace } from '@/lib/tickets/cursor'
import { findPlaces } from '@/lib/tickets/find-places'
import { listFilter } from '@/lib/tickets/list-filter'
import { type TicketFilters, type TicketSort, ticketQuerySchema } from '@/lib/tickets/schema'

/** As many as one person can mean at once; a list of more says that it is cut. */
const MAX_IDS = 10_000
const STEP = 2_000

/**
 * The ids of all tickets of a list, in its order, `MAX_IDS` at most.
 * @throws ZodError
 */
export async function listTicketIds(
  agent: { id: string },
  query: TicketFilters & { sort: TicketSort },
): Promise<{ ids: string[]; isCut: boolean }> {
  const { sort, cursor: _cursor, limit: _limit, ...filters } = ticketQuerySchema.parse(query)
  const filter = listFilter(agent.id, filters)
  const ids: string[] = []
  let from: TicketPlace | null = null
  do {
    const { places, next } = await findPlaces({ filter, terms: filter.search?.exact ?? null, sort, from, limit: STEP })
    ids.push(...places.map(({ id }) => id))
    from = next
  } while (from && ids.length <= MAX_IDS)
  return { ids: ids.slice(0, MAX_IDS), isCut: ids.length > MAX_IDS }
}
