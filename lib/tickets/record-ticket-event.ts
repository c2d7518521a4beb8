import type { Tx } from '@/lib/db'
import type { TicketEventFacts } from '@/lib/tickets/ticket-event'

/** Who did it; null for the API and for the system itself. */
export type Doer = { id: string } | null

/** Writes what was done to a ticket; it commits with the deed, or not at all. */
export async function recordTicketEvent(tx: Tx, ticketId: string, doer: Doer, ...events: TicketEventFacts[]): Promise<void> {
  if (events.length === 0) return
  await tx.ticketEvent.createMany({
    data: events.map(({ kind, ...details }) => ({ ticketId, kind, actorId: doer?.id ?? null, details })),
  })
}
