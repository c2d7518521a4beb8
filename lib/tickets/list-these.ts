import { db } from '@/lib/db'
import { listFilter, searchCondition } from '@/lib/tickets/list-filter'
import type { TicketFilters } from '@/lib/tickets/schema'
import { type TicketItem, ticketItems } from '@/lib/tickets/ticket-items'
import { Prisma } from '@/prisma/generated/client'

/** Tickets of one call, so that it takes some milliseconds. */
export const MAX_THESE = 100

/**
 * Those of these tickets that a list holds, in no order: for rows that are on a screen already and may have left it.
 * @param isTolerant whether the list is of words with a letter wrong (listTickets)
 * @throws AppError bad_request (listFilter)
 */
export async function listThese(
  agent: { id: string },
  { isTolerant, ...filters }: TicketFilters & { isTolerant: boolean },
  ids: string[],
): Promise<TicketItem[]> {
  const wanted = ids.slice(0, MAX_THESE)
  if (wanted.length === 0) return []
  const { base, rest, search } = listFilter(agent.id, filters)
  const terms = search && (isTolerant ? search.tolerant : search.exact)
  const conditions = [base, ...(rest ? [rest] : []), ...(search ? [searchCondition(search, terms)] : [])]
  const rows = await db().$queryRaw<{ id: string }[]>`
    select t.id from ticket t where t.id = any(${wanted}::uuid[]) and ${Prisma.join(conditions, ' and ')}`
  return ticketItems(rows.map(({ id }) => id))
}
