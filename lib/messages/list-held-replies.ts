import { db } from '@/lib/db'

export type HeldReply = {
  messageId: string
  ticketId: string
  number: number
  /** Null for somebody who left no name. */
  customer: string | null
  /** Until it leaves. */
  leftMs: number
}

/** The replies of this agent that can still be taken back, the oldest first. */
export async function listHeldReplies(agent: { id: string }): Promise<HeldReply[]> {
  const now = new Date()
  const rows = await db().heldReply.findMany({
    where: {
      agentId: agent.id,
      until: { gt: now },
      // As undoReply decides it: an attempt may come before the time.
      message: { OR: [{ delivery: null }, { delivery: { status: 'sending', attempts: 0 } }] },
    },
    orderBy: { until: 'asc' },
    take: 10,
    select: {
      messageId: true,
      until: true,
      message: { select: { ticket: { select: { id: true, number: true, contact: { select: { name: true, email: true } } } } } },
    },
  })
  return rows.map(({ messageId, until, message: { ticket } }) => ({
    messageId,
    ticketId: ticket.id,
    number: ticket.number,
    customer: ticket.contact.name ?? ticket.contact.email,
    leftMs: until.getTime() - now.getTime(),
  }))
}
