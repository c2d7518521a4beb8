import { z } from 'zod'
import { Rung, type TicketEventKind, TicketPriority, TicketStatus } from '@/prisma/generated/enums'

const person = z.object({ id: z.uuid(), name: z.string() }).nullable()
const otherTicket = z.object({ ticketId: z.uuid(), number: z.int(), subject: z.string() })

/** What each kind of event tells, as it is stored in its `details`. Names are those of the moment. */
export const ticketEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('assigned'), from: person, to: person }),
  z.object({ kind: z.literal('status'), from: z.enum(TicketStatus), to: z.enum(TicketStatus) }),
  z.object({ kind: z.literal('priority'), from: z.enum(TicketPriority), to: z.enum(TicketPriority) }),
  z.object({ kind: z.literal('tags'), added: z.array(z.string()), removed: z.array(z.string()) }),
  z.object({ kind: z.literal('snoozed'), until: z.iso.datetime() }),
  z.object({ kind: z.literal('woken'), by: z.enum(['time', 'agent']) }),
  otherTicket.extend({ kind: z.literal('merged'), messages: z.int() }),
  /** `status`: what it was before. */
  otherTicket.extend({ kind: z.literal('merged_into'), status: z.enum(TicketStatus) }),
  /** Told by both: the one that went out of the other, and the one it had been merged into. */
  otherTicket.extend({ kind: z.literal('unmerged') }),
  z.object({ kind: z.literal('draft_superseded') }),
  /** The model's own draft could not be had, and why; what stands in its place comes from `rung`. */
  z.object({ kind: z.literal('draft_failed'), cause: z.string(), rung: z.enum(Rung) }),
  z.object({ kind: z.literal('delivery_failed'), messageId: z.uuid(), errorCode: z.string().nullable() }),
])

export type TicketEventFacts = z.infer<typeof ticketEventSchema> & { kind: TicketEventKind }
