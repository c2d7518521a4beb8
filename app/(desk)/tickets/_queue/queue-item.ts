import type { TicketItem } from '@/lib/tickets/list-tickets'
import type { TicketView } from '@/lib/tickets/schema'
import type { Rung, SuggestionStatus } from '@/prisma/generated/enums'

/** A line of the queue: what it shows and nothing more. */
export type QueueItem = {
  id: string
  number: number
  who: string | null
  lastWords: string
  language: 'zh' | 'en'
  /** Milliseconds since 1970. */
  activeAt: number
  isUnread: boolean
  isGap: boolean
  draft: { status: SuggestionStatus; rung: Rung | null } | null
}

export type QueuePage = { items: QueueItem[]; nextCursor: string | null; counts: Record<TicketView, number> }

export function toQueueItem(ticket: TicketItem): QueueItem {
  const { contact, suggestion } = ticket
  return {
    id: ticket.id,
    number: ticket.number,
    who: contact.name ?? contact.email ?? contact.phone ?? contact.externalId,
    lastWords: ticket.lastWords,
    language: ticket.language,
    activeAt: ticket.activeAt.getTime(),
    isUnread: ticket.isUnread,
    isGap: ticket.isGap,
    draft: suggestion && { status: suggestion.status, rung: suggestion.rung },
  }
}
