import { db } from '@/lib/db'
import { readCursor, type TicketPlace, writeCursor } from '@/lib/tickets/cursor'
import { findPlaces, type Places } from '@/lib/tickets/find-places'
import { isUnread } from '@/lib/tickets/is-unread'
import { listFilter } from '@/lib/tickets/list-filter'
import { type TicketQuery, ticketQuerySchema } from '@/lib/tickets/schema'
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
  firstResponseDueAt: true,
  resolutionDueAt: true,
  dueAt: true,
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
  suggestion:
    | (Row['suggestions'][number] & {
        /** Every sentence of it is supported; null before it was checked. */
        isGrounded: boolean | null
      })
    | null
}

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
  return { items: await itemsOf(shown), nextCursor: goOn ? writeCursor(goOn) : null, isTolerant }
}

const isEmpty = ({ places, next }: Places) => places.length === 0 && next === null

async function itemsOf(places: TicketPlace[]): Promise<TicketItem[]> {
  if (places.length === 0) return []
  const ids = places.map(({ id }) => id)
  const [rows, checks] = await Promise.all([db().ticket.findMany({ where: { id: { in: ids } }, select }), checksOf(ids)])
  const byId = new Map(rows.map((row) => [row.id, row]))
  // A ticket may be gone since its place was found.
  return ids.flatMap((id) => {
    const row = byId.get(id)
    return row ? [toItem(row, checks.get(id) ?? null)] : []
  })
}

/** Whether the current drafts passed their check. Read here: the whole check of a draft is many times as long. */
async function checksOf(ticketIds: string[]): Promise<Map<string, boolean | null>> {
  const rows = await db().$queryRaw<{ id: string; passed: boolean | null }[]>`
    select ticket_id as id, (grounding->>'isGrounded')::boolean as passed from suggestion
    where ticket_id = any(${ticketIds}::uuid[]) and is_current`
  return new Map(rows.map(({ id, passed }) => [id, passed]))
}

function toItem({ suggestions: [draft], seenAt, ...row }: Row, isGrounded: boolean | null): TicketItem {
  return { ...row, isUnread: isUnread({ ...row, seenAt }), suggestion: draft ? { ...draft, isGrounded } : null }
}
