import { db } from '@/lib/db'
import type { TicketPlace } from '@/lib/tickets/cursor'
import { findPlaces } from '@/lib/tickets/find-places'
import { type ListFilter, listFilter } from '@/lib/tickets/list-filter'
import type { TicketFilters, TicketSort } from '@/lib/tickets/schema'
import { Prisma } from '@/prisma/generated/client'

/**
 * The ticket to turn to when this one is done: the next one below it in the list as it is sorted and filtered, else the first one above; an open
 * one, where the list does not name another state, and no snoozed one, where it is not of these. Ask before sending: a reply moves its ticket. Null when nothing is left.
 */
export async function nextTicket(
  agent: { id: string },
  afterTicketId: string,
  { sort = 'active', ...filters }: TicketFilters & { sort?: TicketSort },
): Promise<{ id: string } | null> {
  const list = listFilter(agent.id, filters)
  const filter = { ...list, base: Prisma.sql`${list.base} and ${toTurnTo(filters)} and t.id <> ${afterTicketId}::uuid` }
  const here = await placeOf(afterTicketId, sort)
  return (here && (await first(filter, sort, here))) ?? first(filter, sort, null)
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

async function first(filter: ListFilter, sort: TicketSort, from: TicketPlace | null): Promise<{ id: string } | null> {
  const { places } = await findPlaces({ filter, terms: filter.search?.exact ?? null, sort, from, limit: 1 })
  return places[0] ? { id: places[0].id } : null
}
