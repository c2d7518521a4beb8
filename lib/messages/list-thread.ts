import { db } from '@/lib/db'
import { describeError, log } from '@/lib/log'
import { readCursor, writeCursor } from '@/lib/tickets/cursor'
import { type TicketEventFacts, ticketEventSchema } from '@/lib/tickets/ticket-event'
import type { Prisma } from '@/prisma/generated/client'

/** About three screens of short messages. */
export const THREAD_PAGE = 60
/** Of a first page that must reach back to the customer's last message, over however many notes. */
const MAX_FIRST_PAGE = 500
/** Messages above the customer's last one, so that it does not stand there without what it answers. */
const CONTEXT = 10
/** A ticket that a program changes all the time; the latest of a page are shown. */
const MAX_EVENTS = 300

const messageSelect = {
  id: true,
  direction: true,
  text: true,
  createdAt: true,
  suggestionId: true,
  author: { select: { id: true, name: true } },
  mentions: { select: { user: { select: { id: true, name: true } } } },
  origin: { select: { number: true, contact: { select: { name: true, email: true, phone: true } } } },
  delivery: { select: { status: true, attempts: true, errorCode: true, nextAttemptAt: true } },
  attachments: {
    select: { id: true, name: true, contentType: true, sizeBytes: true, width: true, height: true },
    orderBy: { id: 'asc' },
  },
} satisfies Prisma.MessageSelect

export type ThreadMessageRow = Prisma.MessageGetPayload<{ select: typeof messageSelect }>
export type ThreadEventRow = { id: string; createdAt: Date; actor: { name: string } | null; facts: TicketEventFacts }
export type ThreadRows = {
  /** Oldest first. */
  messages: ThreadMessageRow[]
  /** What was done between these messages, oldest first. */
  events: ThreadEventRow[]
  /** Asks for what came before; null at the beginning. */
  earlierCursor: string | null
}

const newestFirst = [{ createdAt: 'desc' }, { id: 'desc' }] satisfies Prisma.MessageOrderByWithRelationInput[]

/**
 * One page of what was said and done in a ticket: the latest, reaching back to the customer's last message, or with a
 * cursor what came before. Each message and event is on one page.
 * @throws AppError bad_request (the cursor)
 */
export async function listThread(ticketId: string, cursor?: string): Promise<ThreadRows> {
  const before = cursor ? readCursor(cursor).place : null
  const take = before ? THREAD_PAGE : await firstPage(ticketId)
  const older: Prisma.MessageWhereInput = before
    ? { createdAt: { lte: before.at }, OR: [{ createdAt: { lt: before.at } }, { id: { lt: before.id } }] }
    : {}
  const rows = await db().message.findMany({ where: { ticketId, ...older }, select: messageSelect, orderBy: newestFirst, take: take + 1 })
  const messages = rows.slice(0, take).reverse()
  const oldest = messages[0]
  const hasEarlier = rows.length > take && oldest !== undefined
  return {
    messages,
    events: await listEvents(ticketId, { from: hasEarlier ? oldest.createdAt : undefined, before: before?.at }),
    earlierCursor: hasEarlier ? writeCursor({ stretch: 0, at: oldest.createdAt, id: oldest.id }) : null,
  }
}

async function firstPage(ticketId: string): Promise<number> {
  const last = await db().message.findFirst({
    where: { ticketId, direction: 'incoming' },
    select: { createdAt: true },
    orderBy: newestFirst,
  })
  if (!last) return THREAD_PAGE
  const since = await db().message.count({ where: { ticketId, createdAt: { gte: last.createdAt } } })
  return Math.min(Math.max(THREAD_PAGE, since + CONTEXT), MAX_FIRST_PAGE)
}

async function listEvents(ticketId: string, { from, before }: { from?: Date; before?: Date }): Promise<ThreadEventRow[]> {
  const rows = await db().ticketEvent.findMany({
    where: { ticketId, createdAt: { gte: from, lt: before } },
    select: { id: true, kind: true, details: true, createdAt: true, actor: { select: { name: true } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MAX_EVENTS,
  })
  return rows.reverse().flatMap(({ kind, details, ...row }) => {
    const facts = ticketEventSchema.safeParse({ kind, ...(details as object) })
    // Written by another version: a line that nobody can read is left out, and the log says so.
    if (!facts.success) log.warn({ event: 'ticket_event.unreadable', id: row.id, cause: describeError(facts.error) })
    return facts.success ? [{ ...row, facts: facts.data }] : []
  })
}
