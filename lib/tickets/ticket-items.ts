import { db } from '@/lib/db'
import { isUnread } from '@/lib/tickets/is-unread'
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

/** Tickets as lines of the queue, in the order of their ids; one that is gone is left out. */
export async function ticketItems(ids: string[]): Promise<TicketItem[]> {
  if (ids.length === 0) return []
  const [rows, checks] = await Promise.all([db().ticket.findMany({ where: { id: { in: ids } }, select }), checksOf(ids)])
  const byId = new Map(rows.map((row) => [row.id, row]))
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
