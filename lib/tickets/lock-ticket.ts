import type { Tx } from '@/lib/db'
import { AppError } from '@/lib/errors'

/**
 * Holds a ticket's row until the transaction ends: whoever writes, replies or drafts meanwhile waits for its turn.
 * @throws AppError not_found
 */
export async function lockTicket(tx: Tx, ticketId: string): Promise<void> {
  const rows = await tx.$queryRaw<{ id: string }[]>`select id from ticket where id = ${ticketId}::uuid for no key update`
  if (rows.length === 0) throw new AppError('not_found', 'This ticket no longer exists.')
}
