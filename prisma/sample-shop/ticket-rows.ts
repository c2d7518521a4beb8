import { identifyContact } from '@/lib/contacts/identify-contact'
import { detectLanguage } from '@/lib/suggestions/detect-language'
import { lastWords } from '@/lib/tickets/last-words'
import { newTicketSchema } from '@/lib/tickets/schema'
import type { Prisma } from '@/prisma/generated/client'
import { stableId } from './stable-id'
import type { SampleTicket } from './types'

/** The sample replies left two seconds after they were sent. */
const DELIVERY_MS = 2_000

type Ties = { contactKey?: string; suggestionKey?: string }
export type Seeding = { now: Date; channelId: string; people: { agent: string; admin: string } }

/**
 * The rows of one ticket, as `ingestMessage` and `sendReply` would have left them at the times of its turns. Its contact is its own unless
 * `contactKey` names one that has written before; with `suggestionKey` its replies were made from that draft.
 */
export function ticketRows(sample: SampleTicket, seeding: Seeding, { contactKey = sample.key, suggestionKey }: Ties = {}) {
  const { now, channelId, people } = seeding
  const id = stableId('ticket', sample.key)
  const turns = sample.turns.map((turn, index) => ({ ...turn, key: `${sample.key}/${index}`, at: minutesBefore(now, turn.minutesAgo) }))
  const first = turns[0]
  const last = turns.at(-1)
  if (!first || !last) throw new Error(`The sample ticket ${sample.key} has no turns.`)
  const { subject, contact, tags, priority } = newTicketSchema.parse({
    ...sample,
    message: { text: first.text },
    tags: [sample.source, ...sample.tags],
  })
  const replies = turns.filter((turn) => turn.from === 'agent')
  const contactId = stableId('contact', contactKey)

  const ticket = {
    id,
    channelId,
    contactId,
    subject,
    priority,
    tags,
    status: sample.status,
    language: detectLanguage(`${subject}\n${first.text}`),
    assigneeId: sample.assignee ? people[sample.assignee] : null,
    lastWords: lastWords(last.text),
    createdAt: first.at,
    updatedAt: last.at,
    activeAt: last.at,
    waitingSince: turns[turns.findLastIndex((turn) => turn.from === 'agent') + 1]?.at ?? null,
    seenAt: replies.at(-1)?.at ?? null,
    firstRepliedAt: replies[0]?.at ?? null,
    resolvedAt: sample.status === 'resolved' ? last.at : null,
  } satisfies Prisma.TicketCreateManyInput
  const person: Prisma.ContactCreateManyInput = {
    ...contact,
    id: contactId,
    channelId,
    identity: identifyContact(contact),
    createdAt: first.at,
    updatedAt: first.at,
  }
  const messages: Prisma.MessageCreateManyInput[] = turns.map(({ key, from, text, at }) => ({
    id: stableId('message', key),
    ticketId: id,
    direction: from === 'customer' ? 'incoming' : 'outgoing',
    text,
    authorId: from === 'agent' ? people[sample.assignee ?? 'agent'] : null,
    suggestionId: from === 'agent' && suggestionKey ? stableId('suggestion', suggestionKey) : null,
    createdAt: at,
  }))
  const deliveries: Prisma.DeliveryCreateManyInput[] = replies.map(({ key, at }) => {
    const sentAt = new Date(at.getTime() + DELIVERY_MS)
    return {
      id: stableId('delivery', key),
      messageId: stableId('message', key),
      channelId,
      status: 'sent',
      attempts: 1,
      sentAt,
      createdAt: at,
      updatedAt: sentAt,
    }
  })
  return { ticket, contact: person, messages, deliveries }
}

function minutesBefore(now: Date, minutes: number): Date {
  return new Date(now.getTime() - minutes * 60_000)
}
