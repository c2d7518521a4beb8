import { db, type Tx } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { publish } from '@/lib/events'
import { notify } from '@/lib/notifications/notify'
import { lockTicket } from '@/lib/tickets/lock-ticket'
import { type Doer, recordTicketEvent } from '@/lib/tickets/record-ticket-event'
import type { TicketEventFacts } from '@/lib/tickets/ticket-event'
import type { Prisma } from '@/prisma/generated/client'

const select = {
  status: true,
  priority: true,
  tags: true,
  snoozedUntil: true,
  assignee: { select: { id: true, name: true } },
} satisfies Prisma.TicketSelect
export type TicketState = Prisma.TicketGetPayload<{ select: typeof select }>

type Change = Prisma.TicketUncheckedUpdateInput

/**
 * Changes fields of a ticket that no message depends on, writes down what became different, and tells everyone. What is
 * as it was already is no event.
 * @param change the new values, or what makes them from the present ones, which nobody changes meanwhile
 * @throws AppError not_found, conflict (merged into another)
 */
export async function changeTicket(ticketId: string, change: Change | ((now: TicketState) => Change), doer: Doer = null): Promise<void> {
  await db().$transaction((tx) => changeTicketIn(tx, ticketId, change, doer))
}

/** As part of a larger deed. */
export async function changeTicketIn(tx: Tx, ticketId: string, change: Change | ((now: TicketState) => Change), doer: Doer): Promise<void> {
  await lockTicket(tx, ticketId)
  const before = await tx.ticket.findUnique({ where: { id: ticketId }, select })
  if (!before) throw new AppError('not_found', 'This ticket no longer exists.')
  const data = typeof change === 'function' ? change(before) : change
  const after = await tx.ticket.update({ where: { id: ticketId }, data, select })
  await recordTicketEvent(tx, ticketId, doer, ...differences(before, after))
  const given = after.assignee && after.assignee.id !== before.assignee?.id ? [after.assignee.id] : []
  if (given.length > 0) await notify(tx, { kind: 'assigned', ticketId, actorId: doer?.id, to: given })
  await publish(tx, { kind: 'ticket', ticketId })
}

function differences(before: TicketState, after: TicketState): TicketEventFacts[] {
  const events: TicketEventFacts[] = []
  if (before.assignee?.id !== after.assignee?.id) events.push({ kind: 'assigned', from: before.assignee, to: after.assignee })
  if (before.status !== after.status) events.push({ kind: 'status', from: before.status, to: after.status })
  if (before.priority !== after.priority) events.push({ kind: 'priority', from: before.priority, to: after.priority })
  const added = after.tags.filter((tag) => !before.tags.includes(tag))
  const removed = before.tags.filter((tag) => !after.tags.includes(tag))
  if (added.length + removed.length > 0) events.push({ kind: 'tags', added, removed })
  if (before.snoozedUntil?.getTime() !== after.snoozedUntil?.getTime()) {
    if (after.snoozedUntil) events.push({ kind: 'snoozed', until: after.snoozedUntil.toISOString() })
    // Resolving says it already.
    else if (before.status === after.status) events.push({ kind: 'woken', by: 'agent' })
  }
  return events
}
