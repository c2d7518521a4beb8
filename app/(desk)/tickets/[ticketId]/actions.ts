'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { type Attempt, attempt } from '@/app/_doors/attempt'
import { requireAgent } from '@/lib/auth/require-agent'
import { addNote } from '@/lib/messages/add-note'
import { retryDelivery } from '@/lib/messages/retry-delivery'
import { sendReply } from '@/lib/messages/send-reply'
import { draftAgain } from '@/lib/tickets/draft-again'
import { markSeen } from '@/lib/tickets/mark-seen'
import { nextTicket } from '@/lib/tickets/next-ticket'
import { idempotencyKeySchema, replySchema, replyTextSchema, TICKET_VIEWS } from '@/lib/tickets/schema'

const ticketId = z.uuid()

const sendSchema = replySchema.extend({ ticketId, clientKey: idempotencyKeySchema, view: z.enum(TICKET_VIEWS) })

/** Sends a reply; answers with the ticket to turn to, or null when the view is done. */
export async function sendReplyAction(input: z.input<typeof sendSchema>): Promise<Attempt<{ nextId: string | null }>> {
  const agent = await requireAgent()
  return attempt('reply.send', async () => {
    const { view, ...reply } = sendSchema.parse(input)
    // Before sending: a reply moves its ticket to the top of the list.
    const next = await nextTicket(agent, reply.ticketId, view)
    await sendReply({ agent, ...reply })
    return { nextId: next?.id ?? null }
  })
}

const noteSchema = z.object({ ticketId, text: replyTextSchema, clientKey: idempotencyKeySchema })

export async function addNoteAction(input: z.input<typeof noteSchema>): Promise<Attempt<void>> {
  const agent = await requireAgent()
  return attempt('note.add', async () => {
    await addNote({ agent, ...noteSchema.parse(input) })
    refresh()
  })
}

/** Asks for a new draft; it is written while the page looks on. */
export async function draftAgainAction(id: string): Promise<Attempt<void>> {
  await requireAgent()
  return attempt('suggestion.again', async () => {
    await draftAgain(ticketId.parse(id))
    refresh()
  })
}

export async function retryDeliveryAction(messageId: string): Promise<Attempt<void>> {
  await requireAgent()
  return attempt('delivery.retry', async () => {
    await retryDelivery(z.uuid().parse(messageId))
    refresh()
  })
}

/** An action and not a part of the page: pages may be fetched ahead, and nobody has looked at them then. */
export async function markSeenAction(id: string): Promise<void> {
  await requireAgent()
  await markSeen(ticketId.parse(id))
}
