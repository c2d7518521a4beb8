import type { Tx } from '@/lib/db'

/** Notes whether the knowledge base had a rule for the ticket's last question. */
export async function markGap(tx: Tx, ticketId: string, isGap: boolean): Promise<void> {
  await tx.ticket.updateMany({ where: { id: ticketId, isGap: !isGap }, data: { isGap } })
}
