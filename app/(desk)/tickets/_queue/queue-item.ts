import type { TicketView } from '@/lib/tickets/schema'
import type { TicketItem } from '@/lib/tickets/ticket-items'
import type { Rung, SuggestionStatus, TicketPriority, TicketStatus } from '@/prisma/generated/enums'

/** A line of the queue: what it shows and nothing more. Times are milliseconds since 1970. */
export type QueueItem = {
  id: string
  number: number
  who: string | null
  subject: string
  lastWords: string
  language: 'zh' | 'en'
  status: TicketStatus
  priority: TicketPriority
  assignee: string | null
  activeAt: number
  waitingSince: number | null
  dueAt: number | null
  isUnread: boolean
  isGap: boolean
  draft: { status: SuggestionStatus; rung: Rung | null; isGrounded: boolean | null } | null
}

export type QueuePage = {
  items: QueueItem[]
  nextCursor: string | null
  /** Found only with a letter wrong. */
  isTolerant: boolean
  /** Found was nothing; what is here was found by these words, which are spelt nearly so. */
  near: string | null
  counts: Record<TicketView, number>
  /** Those of the tickets asked for by id that are in the list. */
  again: QueueItem[]
}

export function toQueueItem(ticket: TicketItem): QueueItem {
  const { contact, suggestion } = ticket
  return {
    id: ticket.id,
    number: ticket.number,
    who: contact.name ?? contact.email ?? contact.phone ?? contact.externalId,
    subject: ticket.subject,
    lastWords: ticket.lastWords,
    language: ticket.language,
    status: ticket.status,
    priority: ticket.priority,
    assignee: ticket.assignee?.name ?? null,
    activeAt: ticket.activeAt.getTime(),
    waitingSince: ticket.waitingSince?.getTime() ?? null,
    dueAt: ticket.dueAt?.getTime() ?? null,
    isUnread: ticket.isUnread,
    isGap: ticket.isGap,
    draft: suggestion && { status: suggestion.status, rung: suggestion.rung, isGrounded: suggestion.isGrounded },
  }
}
