import { listAgents } from '@/lib/auth/list-agents'
import { db } from '@/lib/db'
import { publish } from '@/lib/events'
import { writeMentions } from '@/lib/messages/mentions'
import { notify } from '@/lib/notifications/notify'
import { addTextSql } from '@/lib/tickets/index-tickets'
import { lockTicket } from '@/lib/tickets/lock-ticket'
import { replyTextSchema } from '@/lib/tickets/schema'

export type Note = {
  agent: { id: string }
  ticketId: string
  text: string
  clientKey?: string | null
  /** Colleagues chosen from the list, for where two have one name. */
  mentionIds?: string[]
}

/**
 * Writes a note for colleagues under a ticket; those it names with `@` are told. No customer sees it, no draft is made from it, and the ticket keeps
 * its place in the queue.
 * @throws AppError not_found; ZodError
 */
export async function addNote({ agent, ticketId, text, clientKey = null, mentionIds = [] }: Note): Promise<{ messageId: string }> {
  const plain = replyTextSchema.parse(text)
  const note = writeMentions(plain, plain.includes('@') ? await listAgents() : [], mentionIds)
  const row = { ticketId, direction: 'note' as const, text: note.text, authorId: agent.id, clientKey }
  return db().$transaction(async (tx) => {
    await lockTicket(tx, ticketId)
    const [created] = await tx.message.createManyAndReturn({ data: [row], skipDuplicates: true, select: { id: true } })
    if (created) {
      await tx.mention.createMany({ data: note.ids.map((userId) => ({ messageId: created.id, userId })) })
      await tx.$executeRaw(addTextSql(ticketId, note.text))
      await notify(tx, { kind: 'mentioned', ticketId, messageId: created.id, actorId: agent.id, to: note.ids })
      await publish(tx, { kind: 'ticket', ticketId })
    }
    const where = { ticketId_clientKey: { ticketId, clientKey: clientKey ?? '' } }
    const { id } = created ?? (await tx.message.findUniqueOrThrow({ where, select: { id: true } }))
    return { messageId: id }
  })
}
