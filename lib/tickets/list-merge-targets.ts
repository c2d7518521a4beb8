import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type BriefTicket, briefTicketSelect, listContactTickets } from '@/lib/tickets/list-contact-tickets'
import { listTickets } from '@/lib/tickets/list-tickets'

const AT_MOST = 20
/** Of the customer's own tickets all that anybody would go through. */
const OWN_AT_MOST = 100

export type MergeTarget = BriefTicket & { isSameContact: boolean }

/**
 * What a ticket may be merged into: the same customer's other tickets first, then what `q` finds among all, by number or
 * by words. Without `q` the customer's alone.
 * @throws AppError not_found
 */
export async function listMergeTargets(ticketId: string, q: string): Promise<MergeTarget[]> {
  const ticket = await db().ticket.findUnique({ where: { id: ticketId }, select: { contactId: true } })
  if (!ticket) throw new AppError('not_found', 'This ticket no longer exists.')
  const own = (await listContactTickets(ticket.contactId, ticketId, OWN_AT_MOST)).tickets
  const wanted = q.trim().toLowerCase()
  const named = own.filter(({ number, subject }) => `#${number} ${subject.toLowerCase()}`.includes(wanted))
  const found = wanted === '' ? [] : await find(q, ticketId)
  const first = [...named, ...found.filter(({ contactId }) => contactId === ticket.contactId)]
  const all = new Map([...first, ...found].map((each) => [each.id, each]))
  return [...all.values()].slice(0, AT_MOST).map((each) => ({ ...each, isSameContact: each.contactId === ticket.contactId }))
}

/** In the order of the search; those merged elsewhere are no tickets of their own. */
async function find(q: string, exceptId: string): Promise<BriefTicket[]> {
  const { items } = await listTickets(null, { q, limit: AT_MOST })
  const ids = items.map(({ id }) => id).filter((id) => id !== exceptId)
  const rows = await db().ticket.findMany({ where: { id: { in: ids }, mergedIntoId: null }, select: briefTicketSelect })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
