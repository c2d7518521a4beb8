import type { Tx } from '@/lib/db'
import { type DeskEvent, publishSql } from '@/lib/events'
import type { Priority } from '@/lib/inference/protocol'
import { addJobSql } from '@/lib/jobs'
import { newId } from '@/lib/uuid'
import { Prisma } from '@/prisma/generated/client'

/** Drafts somebody waits for run before drafts made ahead. Smaller is earlier (graphile-worker). */
const JOB_PRIORITY = { interactive: -10, background: 0 } as const

/**
 * Asks for a new draft of a ticket: the current one, if any, is superseded, and the job that drafts commits with the
 * caller's transaction. The caller holds the ticket's row (has just inserted or updated it), so that two requests at
 * once come one after the other; the unique key on (ticket, current) would refuse the second otherwise.
 */
export async function requestSuggestion(tx: Tx, ticketId: string, priority: Priority = 'background'): Promise<{ suggestionId: string }> {
  const suggestionId = newId()
  await tx.$executeRaw(requestSuggestionSql({ ticketId, suggestionId, priority }))
  return { suggestionId }
}

export type SuggestionRequest = { ticketId: string; suggestionId: string; priority?: Priority; alsoPublish?: DeskEvent[] }

/**
 * What `requestSuggestion` does, as one statement, since every inbound message passes here. It must be a statement of
 * its own, after the one that took the ticket's row: only then does it see the draft that a writer before us asked for.
 */
export function requestSuggestionSql({ ticketId, suggestionId, priority = 'background', alsoPublish = [] }: SuggestionRequest): Prisma.Sql {
  const job = addJobSql(
    'draft-suggestion',
    { suggestionId, priority },
    { jobKey: `draft:${suggestionId}`, maxAttempts: 8, priority: JOB_PRIORITY[priority] },
  )
  const events: DeskEvent[] = [{ kind: 'suggestion', ticketId, suggestionId, status: 'pending', rung: null }, ...alsoPublish]
  // Counting `gone` makes the update run before the insert. A draft that nobody has seen yet is not worth a line in the thread.
  return Prisma.sql`
    with gone as (
      update suggestion set is_current = null, status = 'superseded'
      where ticket_id = ${ticketId}::uuid and is_current returning id, finished_at
    ), told as (
      insert into ticket_event (id, ticket_id, kind)
      select ${newId()}::uuid, ${ticketId}::uuid, 'draft_superseded' from gone where finished_at is not null
    ), draft as (
      insert into suggestion (id, ticket_id, language)
      select ${suggestionId}::uuid, ticket.id, ticket.language
      from ticket, (select count(*) from gone) as superseded
      where ticket.id = ${ticketId}::uuid returning id
    )
    select ${job}, ${Prisma.join(events.map(publishSql))} from draft`
}
