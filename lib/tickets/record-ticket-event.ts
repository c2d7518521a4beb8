import type { Tx } from '@/lib/db'
import type { TicketEventFacts } from '@/lib/tickets/ticket-event'

/** Who did it; null for the API and for the system itself. */
export type Doer = { id: string } | null

/** Writes what was done to a ticket; it commits with the deed, or not at all. Returns the ids, for who may have to take it back. */
export async function recordTicketEvent(tx: Tx, ticketId: string, doer: Doer, ...events: TicketEventFacts[]): Promise<string[]> {
  if (events.length === 0) return []
  const rows = await tx.ticketEvent.createManyAndReturn({
    data: events.map(({ kind, ...details }) => ({ ticketId, kind, actorId: doer?.id ?? null, details })),
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}
