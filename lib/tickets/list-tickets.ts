import { db } from '@/lib/db'
import { searchTerms } from '@/lib/tickets/compose-search-text'
import { readCursor, type TicketCursor, writeCursor } from '@/lib/tickets/cursor'
import { isUnread } from '@/lib/tickets/is-unread'
import { type TicketQuery, ticketQuerySchema } from '@/lib/tickets/schema'
import { viewFilter } from '@/lib/tickets/view-filter'
import type { Prisma } from '@/prisma/generated/client'

const select = {
  id: true,
  number: true,
  subject: true,
  status: true,
  priority: true,
  language: true,
  tags: true,
  isGap: true,
  lastWords: true,
  activeAt: true,
  waitingSince: true,
  seenAt: true,
  createdAt: true,
  contact: { select: { id: true, name: true, email: true, phone: true, externalId: true } },
  assignee: { select: { id: true, name: true } },
  suggestions: { where: { isCurrent: true }, select: { id: true, status: true, rung: true }, take: 1 },
} satisfies Prisma.TicketSelect

type Row = Prisma.TicketGetPayload<{ select: typeof select }>
/** A ticket as a line of the queue. */
export type TicketItem = Omit<Row, 'suggestions' | 'seenAt'> & {
  /** The customer wrote and no agent has opened the ticket since. */
  isUnread: boolean
  suggestion: Row['suggestions'][number] | null
}

export type TicketPage = { items: TicketItem[]; nextCursor: string | null }

/**
 * Tickets, the last active first. `q` finds whole and partial words in subject, contact and the customer's messages, and
 * a ticket by its number.
 * @throws ZodError, AppError bad_request (the cursor)
 */
export async function listTickets(agent: { id: string } | null, query: TicketQuery): Promise<TicketPage> {
  const { view, status, assignee, tag, q, cursor, limit } = ticketQuerySchema.parse(query)
  const filters: Prisma.TicketWhereInput[] = [
    view ? viewFilter(view, agent?.id ?? null) : {},
    status ? { status } : {},
    assignee ? { assigneeId: assignee === 'none' ? null : assignee } : {},
    tag ? { tags: { has: tag } } : {},
    q ? searchFilter(q) : {},
    cursor ? after(readCursor(cursor)) : {},
  ]
  const rows = await db().ticket.findMany({
    where: { AND: filters },
    select,
    orderBy: [{ activeAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  })
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { items: rows.slice(0, limit).map(toItem), nextCursor: last ? writeCursor(last) : null }
}

/** Everything that stands after a place in the list. The outer bound is what the index can begin at. */
export function after({ activeAt, id }: TicketCursor): Prisma.TicketWhereInput {
  return { activeAt: { lte: activeAt }, OR: [{ activeAt: { lt: activeAt } }, { id: { lt: id } }] }
}

/** What `q` finds: whole and partial words, and a ticket by its number. */
export function searchFilter(q: string): Prisma.TicketWhereInput {
  const words = searchTerms(q).map((term) => ({ searchText: { contains: term } }))
  const number = /^#?(\d{1,9})$/.exec(q.trim())?.[1]
  return number ? { OR: [{ number: Number(number) }, { AND: words }] } : { AND: words }
}

function toItem({ suggestions, seenAt, ...row }: Row): TicketItem {
  return { ...row, isUnread: isUnread({ ...row, seenAt }), suggestion: suggestions[0] ?? null }
}
