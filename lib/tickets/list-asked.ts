import { db } from '@/lib/db'
import type { Prisma } from '@/prisma/generated/client'
import type { Language, MessageDirection } from '@/prisma/generated/enums'

/** What a ticket's customer asked last, as its draft was made from it. */
export type AskedTicket = {
  ticketId: string
  number: number
  subject: string
  /** Extracted and masked. */
  question: string
  language: Language
  /** The first reply that was sent after that question; null while it is not answered. */
  sent: string | null
  /** What had been said when that draft was begun, the oldest first; the latest 40. */
  messages: { direction: MessageDirection; text: string; createdAt: Date }[]
}

/** As many as a draft is made from. */
const LATEST = 40

const select = {
  id: true,
  number: true,
  subject: true,
  suggestions: {
    where: { question: { not: '' } },
    orderBy: [{ queuedAt: 'desc' }, { id: 'desc' }],
    take: 1,
    select: { question: true, language: true, queuedAt: true },
  },
  messages: {
    where: { direction: { not: 'note' } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: LATEST,
    select: { direction: true, text: true, createdAt: true },
  },
} satisfies Prisma.TicketSelect

/** The latest tickets that have been drafted for, newest first; with `ids` those of them alone, whatever came since. */
export async function listAsked({ limit, ids }: { limit: number; ids?: string[] }): Promise<AskedTicket[]> {
  const tickets = await db().ticket.findMany({
    where: { suggestions: { some: { question: { not: '' } } }, ...(ids && { id: { in: ids } }) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit,
    select,
  })
  return tickets.flatMap(({ id, number, subject, suggestions: [asked], messages }) => {
    if (!asked) return []
    const { question, language, queuedAt } = asked
    const sent = messages.findLast(({ direction, createdAt }) => direction === 'outgoing' && createdAt > queuedAt)?.text ?? null
    const said = messages.filter(({ createdAt }) => createdAt <= queuedAt).reverse()
    return [{ ticketId: id, number, subject, question, language, sent, messages: said }]
  })
}
