import type { Tx } from '@/lib/db'
import { publish } from '@/lib/events'
import type { Priority } from '@/lib/inference/protocol'
import { addJob } from '@/lib/jobs'
import { newId } from '@/lib/uuid'

/** Drafts somebody waits for run before drafts made ahead. Smaller is earlier (graphile-worker). */
const JOB_PRIORITY = { interactive: -10, background: 0 } as const

/**
 * Asks for a new draft of a ticket: the current one, if any, is superseded, and the job that drafts commits with the
 * caller's transaction. The caller holds the ticket's row (has just inserted or updated it), so that two requests at
 * once come one after the other; the unique key on (ticket, current) would refuse the second otherwise.
 */
export async function requestSuggestion(tx: Tx, ticketId: string, priority: Priority = 'background'): Promise<{ suggestionId: string }> {
  const suggestionId = newId()
  // One statement, since every inbound message passes here; counting `gone` makes the update run before the insert.
  await tx.$executeRaw`
    with gone as (
      update suggestion set is_current = null, status = 'superseded'
      where ticket_id = ${ticketId}::uuid and is_current returning id
    )
    insert into suggestion (id, ticket_id, language)
    select ${suggestionId}::uuid, ticket.id, ticket.language
    from ticket, (select count(*) from gone) as superseded
    where ticket.id = ${ticketId}::uuid`
  await addJob(
    tx,
    'draft-suggestion',
    { suggestionId, priority },
    { jobKey: `draft:${suggestionId}`, maxAttempts: 8, priority: JOB_PRIORITY[priority] },
  )
  await publish(tx, { kind: 'suggestion', ticketId, suggestionId, status: 'pending', rung: null })
  return { suggestionId }
}
