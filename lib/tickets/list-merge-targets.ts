import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { type BriefTicket, briefTicketSelect, listContactTickets } from '@/lib/tickets/list-contact-tickets'
import { searchFilter } from '@/lib/tickets/list-tickets'

const AT_MOST = 20

export type MergeTarget = BriefTicket & { isSameContact: boolean }

/**
 * What a ticket may be merged into: the same customer's other tickets first, then what `q` finds among all, by number or
 * by words. Without `q` the customer's alone.
 * @throws AppError not_found
 */
export async function listMergeTargets(ticketId: string, q: string): Promise<MergeTarget[]> {
  const ticket = await db().ticket.findUnique({ where: { id: ticketId }, select: { contactId: true } })
  if (!ticket) throw new AppError('not_found', 'This ticket no longer exists.')
  const { contactId } = ticket
  if (q.trim() === '')
    return (await listContactTickets(contactId, ticketId, AT_MOST)).tickets.map((each) => ({ ...each, isSameContact: true }))
  const find = (contact: string | { not: string }) =>
    db().ticket.findMany({
      where: { AND: [searchFilter(q), { contactId: contact, id: { not: ticketId }, mergedIntoId: null }] },
      select: briefTicketSelect,
      orderBy: [{ activeAt: 'desc' }, { id: 'desc' }],
      take: AT_MOST,
    })
  const [own, others] = await Promise.all([find(contactId), find({ not: contactId })])
  return [...own, ...others].slice(0, AT_MOST).map((each) => ({ ...each, isSameContact: each.contactId === contactId }))
}
