import { db } from '@/lib/db'
import { publish } from '@/lib/events'
import { lockTicket } from '@/lib/tickets/lock-ticket'

/**
 * Ends a draft that is being made because the agent wants the one before it back: that is current again, if it answers
 * the same question, else there is none. One that is done by then stays.
 * @throws AppError not_found
 */
export async function stopDraft(ticketId: string, suggestionId: string): Promise<void> {
  await db().$transaction(async (tx) => {
    await lockTicket(tx, ticketId)
    const { count } = await tx.suggestion.updateMany({
      where: { id: suggestionId, ticketId, isCurrent: true, status: { in: ['pending', 'running'] } },
      data: { isCurrent: null, status: 'superseded' },
    })
    if (count === 0) return
    const asked = await tx.message.findFirst({
      where: { ticketId, direction: 'incoming' },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      select: { createdAt: true },
    })
    const before = await tx.suggestion.findFirst({
      where: { ticketId, id: { not: suggestionId }, status: 'superseded', text: { not: '' }, queuedAt: { gte: asked?.createdAt } },
      orderBy: [{ queuedAt: 'desc' }, { id: 'desc' }],
      select: { id: true, rung: true },
    })
    if (before) {
      await tx.suggestion.update({ where: { id: before.id }, data: { isCurrent: true, status: 'ready' }, select: { id: true } })
      // Also tells whoever is drafting that another draft is wanted.
      await publish(tx, { kind: 'suggestion', ticketId, suggestionId: before.id, status: 'ready', rung: before.rung })
    }
    await publish(tx, { kind: 'ticket', ticketId })
  })
}
