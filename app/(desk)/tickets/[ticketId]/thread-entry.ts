import { foldMail, type MailPart } from '@/lib/messages/fold-mail'
import type { ThreadEventRow, ThreadMessageRow, ThreadRows } from '@/lib/messages/list-thread'
import { showMentions } from '@/lib/messages/mentions'
import type { TicketEventFacts } from '@/lib/tickets/ticket-event'
import type { DeliveryStatus, MessageDirection } from '@/prisma/generated/enums'

export type AttachmentItem = {
  id: string
  name: string
  contentType: string
  sizeBytes: number
  /** Of a picture that may be shown. */
  width: number | null
  height: number | null
}

/** A message as the thread shows it; times are milliseconds since 1970. */
export type MessageEntry = {
  kind: 'message'
  id: string
  at: number
  direction: MessageDirection
  parts: MailPart[]
  author: string | null
  isFromDraft: boolean
  /** The number of the ticket it was written under, where that was merged into this one. */
  originNumber: number | null
  /** Who wrote that ticket, which may be somebody else than this one's customer; null for somebody without a name. */
  originWho: string | null
  delivery: { status: DeliveryStatus; attempts: number; errorCode: string | null; nextAttemptAt: number | null } | null
  attachments: AttachmentItem[]
}
export type EventEntry = { kind: 'event'; id: string; at: number; actor: string | null; facts: TicketEventFacts }
export type ThreadEntry = MessageEntry | EventEntry
export type ThreadPage = { entries: ThreadEntry[]; earlierCursor: string | null }

/** On the server: what of a mail is quoted is found here, and the browser needs none of it. */
export function toThreadPage({ messages, events, earlierCursor }: ThreadRows): ThreadPage {
  const entries: ThreadEntry[] = [...messages.map(toMessageEntry), ...events.map(toEventEntry)]
  // Stable: of one moment, the message comes before what it caused.
  return { entries: entries.sort((a, b) => a.at - b.at), earlierCursor }
}

function toMessageEntry({ author, origin, delivery, createdAt, suggestionId, text, mentions, ...message }: ThreadMessageRow): MessageEntry {
  return {
    kind: 'message',
    ...message,
    at: createdAt.getTime(),
    parts:
      message.direction === 'incoming'
        ? foldMail(text)
        : [
            {
              kind: 'written',
              text: showMentions(
                text,
                mentions.map(({ user }) => user),
              ),
            },
          ],
    author: author?.name ?? null,
    isFromDraft: suggestionId !== null,
    originNumber: origin?.number ?? null,
    originWho: origin ? (origin.contact.name ?? origin.contact.email ?? origin.contact.phone) : null,
    delivery: delivery && { ...delivery, nextAttemptAt: delivery.nextAttemptAt?.getTime() ?? null },
  }
}

function toEventEntry({ id, createdAt, actor, facts }: ThreadEventRow): EventEntry {
  return { kind: 'event', id, at: createdAt.getTime(), actor: actor?.name ?? null, facts }
}
