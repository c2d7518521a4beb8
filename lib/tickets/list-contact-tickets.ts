import { db } from '@/lib/db'
import type { Prisma } from '@/prisma/generated/client'

const select = {
  id: true,
  number: true,
  subject: true,
  status: true,
  language: true,
  activeAt: true,
  contactId: true,
  contact: { select: { name: true, email: true } },
} satisfies Prisma.TicketSelect

/** A ticket as a line of a short list. */
export type BriefTicket = Prisma.TicketGetPayload<{ select: typeof select }>
export const briefTicketSelect = select

const EARLIER_TICKETS = 8

/** The customer's other tickets, the last active first, and whether there are more; those merged elsewhere are no tickets of their own. */
export async function listContactTickets(
  contactId: string,
  exceptId: string,
  limit = EARLIER_TICKETS,
): Promise<{ tickets: BriefTicket[]; hasMore: boolean }> {
  const rows = await db().ticket.findMany({
    where: { contactId, id: { not: exceptId }, mergedIntoId: null },
    select,
    orderBy: [{ activeAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  })
  return { tickets: rows.slice(0, limit), hasMore: rows.length > limit }
}
