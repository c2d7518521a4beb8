import { z } from 'zod'
import { attachmentsSchema } from '@/lib/messages/attachment-schema'
import { cleanText, hasControls } from '@/lib/tickets/clean-text'
import { readHtml } from '@/lib/tickets/read-html'
import { Language, Rung, TicketPriority, TicketStatus } from '@/prisma/generated/enums'

/** 100 KB of ASCII: a long letter with the whole conversation quoted under it. */
export const MAX_MESSAGE_CHARACTERS = 102_400
const MAX_HTML_CHARACTERS = 500_000
export const MAX_REPLY_CHARACTERS = 20_000

const words = (max: number) => z.string().max(max).transform(cleanText)
const optionalWords = (max: number) => words(max).transform((text) => text || undefined)

/** A sender's own id: kept as it is, so it must be printable. */
const foreignId = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((id) => id.isWellFormed() && !hasControls(id), 'must not hold control characters')

export const tagSchema = words(40).pipe(z.string().min(1))
export const MAX_TAGS = 20
export const tagsSchema = z
  .array(tagSchema)
  .max(MAX_TAGS)
  .transform((tags) => [...new Set(tags)])

/**
 * What a customer wrote, as text or as HTML; HTML becomes text here. Text wins where both are given. With files it may say
 * nothing at all.
 */
const messageTextSchema = z
  .object({
    text: z.string().max(MAX_MESSAGE_CHARACTERS).optional(),
    html: z.string().max(MAX_HTML_CHARACTERS).optional(),
    attachments: attachmentsSchema,
  })
  .refine(({ text, html, attachments }) => text !== undefined || html !== undefined || attachments.length > 0, {
    path: ['text'],
    error: 'text, html or attachments are required',
  })
  .transform(({ text, html, attachments }) => ({ text: cleanText(text ?? readHtml(html ?? '')), attachments }))
  .refine(({ text, attachments }) => text !== '' || attachments.length > 0, { path: ['text'], error: 'must not be empty' })
  .refine(({ text }) => text.length <= MAX_MESSAGE_CHARACTERS, { path: ['html'], error: `more than ${MAX_MESSAGE_CHARACTERS} characters` })

const contactSchema = z.object({
  name: optionalWords(200).nullish(),
  // Looser than z.email(): an address we would not write to is no reason to refuse a customer's question.
  email: z
    .string()
    .max(320)
    .transform((email) => email.trim().toLowerCase())
    .pipe(z.string().regex(/^[^\s@]+@[^\s@]+$/, 'must be an e-mail address'))
    .refine((email) => email.isWellFormed() && !hasControls(email), 'must not hold control characters')
    .nullish(),
  phone: optionalWords(40).nullish(),
  externalId: foreignId.nullish(),
})

/** The body of `POST /api/v1/tickets` and of the generic webhook. */
export const newTicketSchema = z.object({
  subject: words(300).pipe(z.string().min(1)),
  message: messageTextSchema,
  contact: contactSchema,
  /** The sender's id of the conversation: a second message under it joins the same ticket. */
  externalId: foreignId.nullish(),
  priority: z.enum(TicketPriority).default('normal'),
  tags: tagsSchema.default([]),
})
export type NewTicket = z.infer<typeof newTicketSchema>

/** The body of `POST /api/v1/tickets/:id/messages`. */
export const newMessageSchema = z.object({ message: messageTextSchema })

/** Longer, and a customer would be kept waiting for nothing. */
const MAX_DELAY_SECONDS = 30

export const replyTextSchema = words(MAX_REPLY_CHARACTERS).pipe(z.string().min(1))

/** The body of `POST /api/v1/tickets/:id/reply`. */
export const replySchema = z.object({
  text: replyTextSchema,
  /** The draft it was made from. */
  suggestionId: z.uuid().nullish(),
  /** What becomes of the ticket: `open` where we owe the customer more than this reply. */
  andThen: z.enum(['waiting', 'resolved', 'open']).default('waiting'),
  /** The newest message the writer has seen; a newer one of the customer makes the reply a conflict. */
  lastSeenMessageId: z.uuid().nullish(),
  /** How long its delivery waits. */
  delaySeconds: z.int().min(0).max(MAX_DELAY_SECONDS).default(0),
})
export type Reply = z.infer<typeof replySchema>

export const TICKET_VIEWS = ['mine', 'unassigned', 'open', 'waiting', 'snoozed', 'resolved', 'all'] as const
export type TicketView = (typeof TICKET_VIEWS)[number]

const TICKET_SORTS = ['active', 'waiting', 'due'] as const
export type TicketSort = (typeof TICKET_SORTS)[number]

/** In an address, `1` and `true` say yes. */
const yes = z.union([z.boolean(), z.stringbool()])

/** What narrows a list of tickets; every field does. */
export const ticketFiltersSchema = z.object({
  view: z.enum(TICKET_VIEWS).optional(),
  status: z.enum(TicketStatus).optional(),
  /** An agent's id, `me` or `none`. */
  assignee: z.union([z.uuid(), z.literal(['me', 'none'])]).optional(),
  tag: words(40).optional(),
  priority: z.enum(TicketPriority).optional(),
  language: z.enum(Language).optional(),
  channel: z.uuid().optional(),
  /** The customer, by id. */
  contact: z.uuid().optional(),
  /** Of the current draft: where it came from, and whether all its sentences are supported. */
  rung: z.enum(Rung).optional(),
  grounding: z.enum(['passed', 'failed']).optional(),
  /** No rule answered the last question. */
  gap: yes.optional(),
  /** The customer wrote and no agent has opened the ticket since. */
  unread: yes.optional(),
  q: z
    .string()
    .max(200)
    .describe(
      'Beginnings of words, or parts of Chinese ones, in subject, contact and messages, all of which must be there; or a ticket’s number. Where no ticket has them, a letter of a name or of a subject may be wrong, and `isTolerant` says so. The desk also tries other spellings of a word in messages; this list does not, and is empty where nothing is found.',
    )
    .optional(),
})
export type TicketFilters = z.output<typeof ticketFiltersSchema>

/** What a list of tickets can be asked for. */
export const ticketQuerySchema = ticketFiltersSchema.extend({
  /** active: the last active first. waiting: who waits longest first. due: what is due first. */
  sort: z.enum(TICKET_SORTS).default('active'),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export type TicketQuery = z.input<typeof ticketQuerySchema>

export const idempotencyKeySchema = z
  .string()
  .min(1)
  .max(200)
  .refine((key) => !hasControls(key), 'must not hold control characters')
