import { db } from '@/lib/db'
import type { TicketPlace } from '@/lib/tickets/cursor'
import { findPlaces } from '@/lib/tickets/find-places'
import { type ListFilter, listFilter } from '@/lib/tickets/list-filter'
import { listThese } from '@/lib/tickets/list-these'
import { findNearQuery } from '@/lib/tickets/near-words'
import type { TicketFilters, TicketSort } from '@/lib/tickets/schema'
import { Prisma } from '@/prisma/generated/client'

/**
 * The ticket to turn to when this one is done: the next one below it in the list as it is sorted and filtered, else the first one above; an open
 * one, where the list does not name another state, and no snoozed one, where it is not of these. A search goes on as it has found the ticket. Ask before sending: a reply moves its ticket. Null when nothing is left.
 */
export async function nextTicket(
  agent: { id: string },
  afterTicketId: string,
  { sort = 'active', ...filters }: TicketFilters & { sort?: TicketSort },
): Promise<{ id: string } | null> {
  const { q, isTolerant } = await asFound(agent, afterTicketId, filters.q)
  const list = listFilter(agent.id, { ...filters, q })
  const terms = (isTolerant ? list.search?.tolerant : list.search?.exact) ?? null
  const filter = { ...list, base: Prisma.sql`${list.base} and ${toTurnTo(filters)} and t.id <> ${afterTicketId}::uuid` }
  const here = await placeOf(afterTicketId, sort)
  return (here && (await first({ filter, terms, sort, from: here }))) ?? first({ filter, terms, sort, from: null })
}

type Found = { q: string | undefined; isTolerant: boolean }

/** How a search has found a ticket: by the words that were typed, by those with a letter wrong, or by what was probably meant. */
async function asFound(agent: { id: string }, ticketId: string, q: string | undefined): Promise<Found> {
  const typed = { q, isTolerant: false }
  const near = q ? findNearQuery(q) : null
  const ways = q ? [typed, { q, isTolerant: true }, ...(near ? [{ q: near, isTolerant: false }] : [])] : []
  for (const way of ways) if ((await listThese(agent, way, [ticketId])).length > 0) return way
  return typed
}

function toTurnTo({ view, status }: TicketFilters): Prisma.Sql {
  if (view === 'snoozed') return Prisma.sql`true`
  const namesState = status !== undefined || view === 'waiting' || view === 'resolved'
  return namesState ? Prisma.sql`t.snoozed_until is null` : Prisma.sql`t.status = 'open' and t.snoozed_until is null`
}

async function placeOf(id: string, sort: TicketSort): Promise<TicketPlace | null> {
  const row = await db().ticket.findUnique({ where: { id }, select: { activeAt: true, waitingSince: true, dueAt: true } })
  if (!row) return null
  const key = { active: row.activeAt, waiting: row.waitingSince, due: row.dueAt }[sort]
  return key ? { stretch: 0, at: key, id } : { stretch: 1, at: row.activeAt, id }
}

type Wanted = { filter: ListFilter; terms: string | null; sort: TicketSort; from: TicketPlace | null }

async function first(wanted: Wanted): Promise<{ id: string } | null> {
  const { places } = await findPlaces({ ...wanted, limit: 1 })
  return places[0] ? { id: places[0].id } : null
}
