import { db, type Tx } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { publish } from '@/lib/events'
import { moveReplyDrafts } from '@/lib/messages/move-reply-drafts'
import { requestSuggestion } from '@/lib/suggestions/request-suggestion'
import { indexTickets } from '@/lib/tickets/index-tickets'
import { lockTicket } from '@/lib/tickets/lock-ticket'
import { type Doer, recordTicketEvent } from '@/lib/tickets/record-ticket-event'
import { MAX_TAGS } from '@/lib/tickets/schema'
import type { Prisma } from '@/prisma/generated/client'
import { TicketPriority } from '@/prisma/generated/enums'

const select = {
  id: true,
  number: true,
  subject: true,
  status: true,
  priority: true,
  tags: true,
  lastWords: true,
  activeAt: true,
  waitingSince: true,
  resolvedAt: true,
  snoozedUntil: true,
} satisfies Prisma.TicketSelect
type Side = Prisma.TicketGetPayload<{ select: typeof select }>

const PRIORITIES = Object.values(TicketPriority)

/**
 * Merges a duplicate into the ticket it repeats, all or nothing: its messages go there and keep their order, it is closed
 * and points there, and whatever still comes for it follows. Its draft is given up, and where somebody waits the target
 * has a new one made from the whole conversation. Replies on their way arrive once, as what they were sent as.
 * `unmergeTicket` takes it back.
 * @throws AppError not_found, unprocessable (into itself), conflict (one of the two is merged already)
 */
export async function mergeTicket({ sourceId, targetId, by }: { sourceId: string; targetId: string; by: Doer }): Promise<void> {
  if (sourceId === targetId) throw new AppError('unprocessable', 'A ticket cannot be merged into itself.')
  await db().$transaction(async (tx) => {
    // In one order, whoever merges what into what: two merges at once wait for each other and not for ever.
    for (const id of [sourceId, targetId].sort()) await lockTicket(tx, id)
    const [source, target] = [await read(tx, sourceId), await read(tx, targetId)]
    // A reply that could still be taken back leaves: what its undoing would restore is not there any more.
    await tx.heldReply.deleteMany({ where: { message: { ticketId: sourceId } } })
    const messages = await moveMessages(tx, sourceId, targetId)
    // Under the source there is no box any more in which a colleague would find what they have begun.
    await moveReplyDrafts(tx, sourceId, targetId)
    await indexTickets(tx, [sourceId, targetId])
    await close(tx, source, targetId)
    const takenOver = takeOver(source, target)
    await tx.ticket.update({ where: { id: targetId }, data: takenOver, select: { id: true } })
    const { number, subject } = target
    await recordTicketEvent(tx, sourceId, by, { kind: 'merged_into', ticketId: targetId, number, subject, status: source.status })
    await recordTicketEvent(tx, targetId, by, {
      kind: 'merged',
      ticketId: sourceId,
      number: source.number,
      subject: source.subject,
      messages,
    })
    if (takenOver.waitingSince) await requestSuggestion(tx, targetId, 'interactive')
    for (const ticketId of [sourceId, targetId]) await publish(tx, { kind: 'ticket', ticketId })
  })
}

function read(tx: Tx, id: string): Promise<Side> {
  return tx.ticket.findUniqueOrThrow({ where: { id }, select })
}

/** `origin_id` keeps where a message was written, also over a second merge; see keyAfterMerges for the key. */
function moveMessages(tx: Tx, sourceId: string, targetId: string): Promise<number> {
  return tx.$executeRaw`
    update message set ticket_id = ${targetId}::uuid, origin_id = coalesce(origin_id, ${sourceId}::uuid),
      client_key = ${sourceId} || '/' || client_key
    where ticket_id = ${sourceId}::uuid`
}

async function close(tx: Tx, source: Side, targetId: string): Promise<void> {
  await tx.ticket.update({
    where: { id: source.id },
    data: {
      mergedIntoId: targetId,
      status: 'resolved',
      resolvedAt: source.resolvedAt ?? new Date(),
      waitingSince: null,
      snoozedUntil: null,
    },
    select: { id: true },
  })
  await tx.suggestion.updateMany({ where: { ticketId: source.id, isCurrent: true }, data: { isCurrent: null, status: 'superseded' } })
}

/** Who waited under the duplicate waits under the target now; what was urgent stays urgent. */
function takeOver(source: Side, target: Side) {
  const waiting = [source.waitingSince, target.waitingSince].filter((since) => since !== null)
  const waitingSince = waiting.sort((a, b) => a.getTime() - b.getTime())[0] ?? null
  const latest = source.activeAt > target.activeAt ? source : target
  const isWoken = source.waitingSince !== null
  return {
    waitingSince,
    activeAt: latest.activeAt,
    lastWords: latest.lastWords,
    // Who merges them has looked at both.
    seenAt: new Date(),
    priority: PRIORITIES[Math.max(PRIORITIES.indexOf(source.priority), PRIORITIES.indexOf(target.priority))],
    tags: [...new Set([...target.tags, ...source.tags])].slice(0, MAX_TAGS),
    ...(isWoken && { status: 'open' as const, resolvedAt: null, snoozedUntil: null }),
  }
}
