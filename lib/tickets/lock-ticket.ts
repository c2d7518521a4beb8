import type { Tx } from '@/lib/db'
import { AppError } from '@/lib/errors'

type LockOptions = {
  /** For who follows the ticket's messages to where they went, or finishes what had begun before. */
  mayBeMerged?: boolean
}

/**
 * Holds a ticket's row until the transaction ends: whoever writes, replies or drafts meanwhile waits for its turn.
 * @returns the ticket it has been merged into, if any
 * @throws AppError not_found, conflict (merged: `details.mergedIntoId`)
 */
export async function lockTicket(tx: Tx, ticketId: string, { mayBeMerged = false }: LockOptions = {}): Promise<string | null> {
  const rows = await tx.$queryRaw<{ mergedIntoId: string | null }[]>`
    select merged_into_id as "mergedIntoId" from ticket where id = ${ticketId}::uuid for no key update`
  const [row] = rows
  if (!row) throw new AppError('not_found', 'This ticket no longer exists.')
  if (row.mergedIntoId && !mayBeMerged) {
    throw new AppError('conflict', 'This ticket has been merged into another.', {
      details: { reason: 'merged', mergedIntoId: row.mergedIntoId },
    })
  }
  return row.mergedIntoId
}
