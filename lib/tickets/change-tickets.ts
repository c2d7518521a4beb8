import { z } from 'zod'
import { db, type Tx } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { changeTicketIn } from '@/lib/tickets/change-ticket'
import { isChanged } from '@/lib/tickets/is-changed'
import type { Doer } from '@/lib/tickets/record-ticket-event'
import { tagSchema, tagsSchema } from '@/lib/tickets/schema'
import { statusColumns } from '@/lib/tickets/set-status'
import type { Prisma } from '@/prisma/generated/client'
import { TicketPriority, TicketStatus } from '@/prisma/generated/enums'

/** Tickets of one call: well under a second, so that a number can count and nobody's statement waits long. */
export const MAX_CHANGED_AT_ONCE = 50

export const ticketChangeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('assign'), assigneeId: z.uuid().nullable() }),
  z.object({ kind: z.literal('status'), status: z.enum(TicketStatus) }),
  z.object({ kind: z.literal('priority'), priority: z.enum(TicketPriority) }),
  z.object({ kind: z.literal('tag'), tag: tagSchema }),
  z.object({ kind: z.literal('untag'), tag: tagSchema }),
])
export type TicketChange = z.infer<typeof ticketChangeSchema>

const idsSchema = z.array(z.uuid()).min(1).max(MAX_CHANGED_AT_ONCE)
const date = z.coerce.date().nullable()
/** What of a ticket a change can touch, as it was before. */
export const ticketBeforeSchema = z.object({
  id: z.uuid(),
  status: z.enum(TicketStatus),
  priority: z.enum(TicketPriority),
  assigneeId: z.uuid().nullable(),
  tags: z.array(z.string()),
  waitingSince: date,
  resolvedAt: date,
  snoozedUntil: date,
})
export type TicketBefore = z.infer<typeof ticketBeforeSchema>

export type Changed = {
  /** Those that are different now, as they were before: enough to take it back. */
  changed: TicketBefore[]
  /** Those that were so already, are gone or merged, or (taking back) have been changed by somebody since. */
  left: number
}

const select = {
  id: true,
  status: true,
  priority: true,
  assigneeId: true,
  tags: true,
  waitingSince: true,
  resolvedAt: true,
  snoozedUntil: true,
} satisfies Prisma.TicketSelect

/**
 * Does one thing to many tickets, each in a transaction of its own: whoever works on one of them waits for a moment, and a call that is cut off has
 * done a part, which the next one finds done. Called twice it changes nothing the second time.
 * @throws AppError unprocessable (no such agent, or one who has left); ZodError
 */
export async function changeTickets(ids: string[], input: TicketChange, by: Doer): Promise<Changed> {
  const change = ticketChangeSchema.parse(input)
  if (change.kind === 'assign' && change.assigneeId !== null) await requireColleague(change.assigneeId)
  return each(ids, by, (before) => (isChanged(before, change) ? null : columnsOf(before, change)))
}

/**
 * Takes a change back, ticket by ticket, where nobody has gone on from it: what has been changed since stays as it is.
 * @throws ZodError
 */
export async function takeBackChange(before: TicketBefore[], input: TicketChange, by: Doer): Promise<Changed> {
  const change = ticketChangeSchema.parse(input)
  const byId = new Map(before.map((row) => [row.id, row]))
  return each([...byId.keys()], by, (now) => {
    const then = byId.get(now.id)
    return then && isChanged(now, change) ? columnsBefore(then, now, change) : null
  })
}

/**
 * Tickets as a change would find them; merged ones are none. Asked for before a change by who must know what it did even if its answer is lost.
 * @throws ZodError
 */
export function listBefore(ids: string[]): Promise<TicketBefore[]> {
  return db().ticket.findMany({ where: { id: { in: idsSchema.parse(ids) }, mergedIntoId: null }, select })
}

type Columns = (now: TicketBefore) => Prisma.TicketUncheckedUpdateInput | null

async function each(ids: string[], by: Doer, columns: Columns): Promise<Changed> {
  const wanted = [...new Set(idsSchema.parse(ids))]
  const changed: TicketBefore[] = []
  for (const id of wanted) {
    const before = await db().$transaction((tx) => changeOne(tx, id, { by, columns }))
    if (before) changed.push(before)
  }
  return { changed, left: wanted.length - changed.length }
}

async function changeOne(tx: Tx, id: string, { by, columns }: { by: Doer; columns: Columns }): Promise<TicketBefore | null> {
  // Held first, so that what is read next stays true until it is written.
  const [held] = await tx.$queryRaw<{ isMerged: boolean }[]>`
    select merged_into_id is not null as "isMerged" from ticket where id = ${id}::uuid for no key update`
  const now = held && !held.isMerged ? await tx.ticket.findUnique({ where: { id }, select }) : null
  const data = now && columns(now)
  if (!data) return null
  await changeTicketIn(tx, id, data, by)
  return now
}

function columnsOf({ tags }: TicketBefore, change: TicketChange): Prisma.TicketUncheckedUpdateInput | null {
  switch (change.kind) {
    case 'assign':
      return { assigneeId: change.assigneeId }
    case 'status':
      return statusColumns(change.status)
    case 'priority':
      return { priority: change.priority }
    case 'tag': {
      const more = tagsSchema.safeParse([...tags, change.tag])
      // Full of tags: left as it is, and counted so.
      return more.success ? { tags: more.data } : null
    }
    case 'untag':
      return { tags: tags.filter((tag) => tag !== change.tag) }
  }
}

function columnsBefore(then: TicketBefore, now: TicketBefore, change: TicketChange): Prisma.TicketUncheckedUpdateInput {
  switch (change.kind) {
    case 'assign':
      return { assigneeId: then.assigneeId }
    case 'status':
      return { status: then.status, waitingSince: then.waitingSince, resolvedAt: then.resolvedAt, snoozedUntil: then.snoozedUntil }
    case 'priority':
      return { priority: then.priority }
    case 'tag':
      return { tags: now.tags.filter((tag) => tag !== change.tag) }
    case 'untag':
      return { tags: [...now.tags, change.tag] }
  }
}

async function requireColleague(id: string): Promise<void> {
  const colleague = await db().user.findUnique({ where: { id, disabledAt: null }, select: { id: true } })
  if (!colleague) throw new AppError('unprocessable', 'This agent does not work here.')
}
