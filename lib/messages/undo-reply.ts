import { z } from 'zod'
import { db, type Tx } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { publish } from '@/lib/events'
import { removeJob } from '@/lib/jobs'
import { NOBODYS, readTicketColumns, type TicketColumns } from '@/lib/messages/hold-reply'
import { restoreReplyDraft } from '@/lib/messages/restore-reply-draft'
import { type SettledDraft, settledDraftSchema } from '@/lib/messages/settle-suggestion'
import { requestSuggestion } from '@/lib/suggestions/request-suggestion'
import { indexTickets } from '@/lib/tickets/index-tickets'
import { lockTicket } from '@/lib/tickets/lock-ticket'
import { Prisma, type SuggestionStatus } from '@/prisma/generated/client'

const columnsSchema = z.record(z.string().regex(/^[a-z_]+$/), z.unknown())

/**
 * Takes a reply back that has not left: no message, no delivery, the draft and the ticket as they were, and the text in
 * the agent's box again. What somebody else has changed since is left as it is. The delivery's row decides: once an
 * attempt has taken it, it is too late.
 * @throws AppError not_found (no reply of this agent, or taken back before), conflict `too_late`
 */
export async function undoReply(agent: { id: string }, messageId: string): Promise<{ ticketId: string }> {
  const message = await db().message.findFirst({ where: { id: messageId, authorId: agent.id }, select: { ticketId: true } })
  if (!message) throw new AppError('not_found', 'There is no such reply of yours.')
  const { ticketId } = message
  return db().$transaction(async (tx) => {
    await lockTicket(tx, ticketId)
    const held = await tx.heldReply.findFirst({ where: { messageId, agentId: agent.id } })
    if (!held || !(await takeDelivery(tx, held)))
      throw new AppError('conflict', 'This reply has left.', { details: { reason: 'too_late' } })
    await removeJob(tx, `deliver:${messageId}`)
    await tx.ticketEvent.deleteMany({ where: { id: { in: held.eventIds }, ticketId } })
    await tx.message.delete({ where: { id: messageId }, select: { id: true } })
    await indexTickets(tx, [ticketId])
    await restoreTicket(tx, ticketId, { before: columnsSchema.parse(held.ticketBefore), after: columnsSchema.parse(held.ticketAfter) })
    await restoreDrafts(tx, ticketId, z.array(settledDraftSchema).parse(held.drafts))
    const { text, suggestionId, rewriteId } = held
    await restoreReplyDraft(tx, { agentId: agent.id, ticketId, text, suggestionId, rewriteId })
    await publish(tx, { kind: 'ticket', ticketId })
    return { ticketId }
  })
}

/** An attempt and this one want the same row; whoever is first has it. A reply that stays on the desk has only its time. */
async function takeDelivery(tx: Tx, { messageId, until }: { messageId: string; until: Date }): Promise<boolean> {
  const { count } = await tx.delivery.deleteMany({ where: { messageId, status: 'sending', attempts: 0 } })
  if (count > 0) return true
  const isUnderWay = await tx.delivery.findUnique({ where: { messageId }, select: { id: true } })
  return !isUnderWay && until > new Date()
}

type Change = { before: TicketColumns; after: TicketColumns }

async function restoreTicket(tx: Tx, ticketId: string, { before, after }: Change): Promise<void> {
  const now = await readTicketColumns(tx, ticketId)
  const untouched = Object.keys(before).filter((name) => isSame(now[name], after[name]))
  // The customer has written meanwhile: then they have been waiting since the question that is open again.
  if (!untouched.includes('waiting_since') && now.waiting_since && before.waiting_since) untouched.push('waiting_since')
  const wanted: TicketColumns = Object.fromEntries(untouched.map((name) => [name, before[name]]))
  await setColumns(tx, ticketId, wanted)
  if (!untouched.includes('status')) return
  // The trigger of the timers takes this for one more change of state, and counts the seconds as a pause. They were none.
  const counted = await readTicketColumns(tx, ticketId)
  const target = { ...now, ...wanted }
  const wrong = Object.keys(counted).filter((name) => name !== NOBODYS && !isSame(counted[name], target[name]))
  await setColumns(tx, ticketId, Object.fromEntries(wrong.map((name) => [name, target[name]])))
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** The names are columns of this very table, read from it. */
async function setColumns(tx: Tx, ticketId: string, columns: TicketColumns): Promise<void> {
  const list = Object.keys(columns)
  if (list.length === 0) return
  const names = Prisma.raw(list.map((name) => `"${name}"`).join(', '))
  await tx.$executeRaw`
    update ticket set (${names}) = (select ${names} from jsonb_populate_record(ticket, ${JSON.stringify(columns)}::jsonb))
    where id = ${ticketId}::uuid`
}

async function restoreDrafts(tx: Tx, ticketId: string, drafts: SettledDraft[]): Promise<void> {
  const isReplaced = (await tx.suggestion.count({ where: { ticketId, isCurrent: true } })) > 0
  for (const { id, status, isCurrent, rung, outcome } of drafts) {
    await removeJob(tx, `learn:${id}`)
    await tx.suggestionOutcome.updateMany({
      where: { suggestionId: id },
      data: outcome ?? { agentId: null, sentText: null, editDistance: null, draftLength: null },
    })
    if (!outcome) await tx.suggestionOutcome.deleteMany({ where: { suggestionId: id, rating: null } })
    const isUnfinished = status === 'pending' || status === 'running'
    const back = isCurrent && !isReplaced && !isUnfinished
    const restored: SuggestionStatus = isCurrent && !back ? 'superseded' : status
    await tx.suggestion.update({ where: { id }, data: { isCurrent: back || null, status: restored }, select: { id: true } })
    // Whoever was making it has found it settled and given up.
    if (isCurrent && isUnfinished && !isReplaced) await requestSuggestion(tx, ticketId, 'interactive')
    else await publish(tx, { kind: 'suggestion', ticketId, suggestionId: id, status: restored, rung })
  }
}
