import { db } from '@/lib/db'
import { publish } from '@/lib/events'
import { lockTicket } from '@/lib/tickets/lock-ticket'
import { replyTextSchema } from '@/lib/tickets/schema'

export type Note = { agent: { id: string }; ticketId: string; text: string; clientKey?: string | null }

/**
 * Writes a note for colleagues under a ticket. No customer sees it, no draft is made from it, and the ticket keeps its
 * place in the queue.
 * @throws AppError not_found; ZodError
 */
export async function addNote({ agent, ticketId, text, clientKey = null }: Note): Promise<{ messageId: string }> {
  const row = { ticketId, direction: 'note' as const, text: replyTextSchema.parse(text), authorId: agent.id, clientKey }
  return db().$transaction(async (tx) => {
    await lockTicket(tx, ticketId)
    const [created] = await tx.message.createManyAndReturn({ data: [row], skipDuplicates: true, select: { id: true } })
    if (created) await publish(tx, { kind: 'ticket', ticketId })
    const where = { ticketId_clientKey: { ticketId, clientKey: clientKey ?? '' } }
    const { id } = created ?? (await tx.message.findUniqueOrThrow({ where, select: { id: true } }))
    return { messageId: id }
  })
}
