import type { Tx } from '@/lib/db'
import type { Language, MessageDirection } from '@/prisma/generated/enums'

export type Conversation = {
  ticketId: string
  subject: string
  language: Language
  /** Oldest first; the latest 40. Notes are not part of what the customer and we said to each other. */
  messages: { id: string; direction: MessageDirection; text: string; createdAt: Date }[]
}

/** More turns than any prompt holds. */
const LATEST = 40

/** The words of a ticket, for drafting; null when it no longer exists. */
export async function findConversation(tx: Tx, ticketId: string): Promise<Conversation | null> {
  const ticket = await tx.ticket.findUnique({
    where: { id: ticketId },
    select: {
      subject: true,
      language: true,
      messages: {
        where: { direction: { not: 'note' } },
        select: { id: true, direction: true, text: true, createdAt: true },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: LATEST,
      },
    },
  })
  if (!ticket) return null
  return { ticketId, subject: ticket.subject, language: ticket.language, messages: ticket.messages.reverse() }
}
