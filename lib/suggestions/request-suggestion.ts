import type { Tx } from '@/lib/db'
import { publish } from '@/lib/events'
import { addJob } from '@/lib/jobs'

/** Drafts somebody waits for run before drafts made ahead. Smaller is earlier (graphile-worker). */
const JOB_PRIORITY = { interactive: -10, background: 0 } as const

/**
 * Asks for a new draft of a ticket: the current one, if any, is superseded, and the job that drafts commits with the
 * caller's transaction. The caller holds the ticket's row (has just inserted or updated it), so that two requests at
 * once come one after the other; the unique key on (ticket, current) would refuse the second otherwise.
 */
export async function requestSuggestion(
  tx: Tx,
  ticketId: string,
  priority: keyof typeof JOB_PRIORITY = 'background',
): Promise<{ suggestionId: string }> {
  await tx.suggestion.updateMany({ where: { ticketId, isCurrent: true }, data: { isCurrent: null, status: 'superseded' } })
  const { language } = await tx.ticket.findUniqueOrThrow({ where: { id: ticketId }, select: { language: true } })
  const { id: suggestionId } = await tx.suggestion.create({ data: { ticketId, language }, select: { id: true } })
  await addJob(
    tx,
    'draft-suggestion',
    { suggestionId },
    { jobKey: `draft:${suggestionId}`, maxAttempts: 8, priority: JOB_PRIORITY[priority] },
  )
  await publish(tx, { kind: 'suggestion', ticketId, suggestionId, status: 'pending', rung: null })
  return { suggestionId }
}
