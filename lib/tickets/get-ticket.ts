import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { showMentions } from '@/lib/messages/mentions'
import type { Prisma } from '@/prisma/generated/client'

/** A thread is read whole up to here; of a longer one, its latest part. */
const MAX_MESSAGES = 500

const suggestionSelect = {
  id: true,
  status: true,
  rung: true,
  text: true,
  model: true,
  isDemoModel: true,
  promptVersion: true,
  ms: true,
  fallbackCause: true,
  grounding: true,
  language: true,
  question: true,
  queuedAt: true,
  startedAt: true,
  finishedAt: true,
  rules: {
    orderBy: { position: 'asc' },
    select: { ruleId: true, ruleVersion: true, title: true, answer: true, score: true, position: true, isUsed: true, isCited: true },
  },
} satisfies Prisma.SuggestionSelect

const select = {
  id: true,
  number: true,
  subject: true,
  status: true,
  priority: true,
  language: true,
  tags: true,
  isGap: true,
  createdAt: true,
  activeAt: true,
  firstResponseDueAt: true,
  resolutionDueAt: true,
  snoozedUntil: true,
  mergedInto: { select: { id: true, number: true } },
  contact: { select: { id: true, name: true, email: true, phone: true, externalId: true } },
  assignee: { select: { id: true, name: true } },
  channel: { select: { id: true, name: true, outgoingKind: true } },
  messages: {
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MAX_MESSAGES,
    select: {
      id: true,
      direction: true,
      text: true,
      createdAt: true,
      suggestionId: true,
      author: { select: { id: true, name: true } },
      mentions: { select: { user: { select: { id: true, name: true } } } },
      delivery: { select: { status: true, attempts: true, errorCode: true, nextAttemptAt: true, sentAt: true } },
      attachments: { select: { id: true, name: true, contentType: true, sizeBytes: true }, orderBy: { id: 'asc' } },
    },
  },
  suggestions: {
    // The current draft; else the last one that was sent or dismissed, so that a caller sees its fate.
    where: { status: { not: 'superseded' } },
    orderBy: [{ isCurrent: { sort: 'asc', nulls: 'last' } }, { queuedAt: 'desc' }],
    take: 1,
    select: suggestionSelect,
  },
} satisfies Prisma.TicketSelect

type Row = Prisma.TicketGetPayload<{ select: typeof select }>
type MessageRow = Row['messages'][number]
type SuggestionRow = Prisma.SuggestionGetPayload<{ select: typeof suggestionSelect }>

export type TicketMessage = Omit<MessageRow, 'delivery' | 'mentions'> & {
  /** Only a reply that leaves through a channel has one. */
  delivery?: NonNullable<MessageRow['delivery']>
}
export type SuggestionRule = {
  id: string
  version: number
  title: string
  answer: string
  score: number
  position: number
  used: boolean
  cited: boolean
}
export type TicketSuggestion = Omit<SuggestionRow, 'rules'> & { rules: SuggestionRule[] }

/** A ticket with its thread and its current draft: what a screen shows and what `GET /api/v1/tickets/:id` answers. */
export type TicketDetail = Omit<Row, 'messages' | 'suggestions'> & { messages: TicketMessage[]; suggestion: TicketSuggestion | null }

/**
 * @param latest how many of its last messages come with it
 * @throws AppError not_found
 */
export async function getTicket(id: string, latest = MAX_MESSAGES): Promise<TicketDetail> {
  const row = await db().ticket.findUnique({ where: { id }, select: { ...select, messages: { ...select.messages, take: latest } } })
  if (!row) throw new AppError('not_found', 'This ticket no longer exists.')
  const { messages, suggestions, ...ticket } = row
  const suggestion = suggestions[0]
  return { ...ticket, messages: messages.reverse().map(toMessage), suggestion: suggestion ? toSuggestion(suggestion) : null }
}

/**
 * One draft as its ticket shows the current one, whatever has become of it.
 * @throws AppError not_found
 */
export async function getDraft(id: string): Promise<TicketSuggestion> {
  const row = await db().suggestion.findUnique({ where: { id }, select: suggestionSelect })
  if (!row) throw new AppError('not_found', 'This draft no longer exists.')
  return toSuggestion(row)
}

function toMessage({ delivery, mentions, text, ...message }: MessageRow): TicketMessage {
  const people = mentions.map(({ user }) => user)
  return { ...message, text: showMentions(text, people), ...(delivery && { delivery }) }
}

function toSuggestion({ rules, ...suggestion }: SuggestionRow): TicketSuggestion {
  return {
    ...suggestion,
    rules: rules.map(({ ruleId, ruleVersion, isUsed, isCited, ...rule }) => ({
      id: ruleId,
      version: ruleVersion,
      ...rule,
      used: isUsed,
      cited: isCited,
    })),
  }
}
