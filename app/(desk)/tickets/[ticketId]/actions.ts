'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { type Attempt, attempt } from '@/app/_doors/attempt'
import { requireAgent } from '@/lib/auth/require-agent'
import { addNote } from '@/lib/messages/add-note'
import { type HeldReply, listHeldReplies } from '@/lib/messages/list-held-replies'
import { retryDelivery } from '@/lib/messages/retry-delivery'
import { sendReply } from '@/lib/messages/send-reply'
import { markRead } from '@/lib/notifications/mark-read'
import { getSetting } from '@/lib/settings/get-setting'
import { draftAgain } from '@/lib/tickets/draft-again'
import { markSeen } from '@/lib/tickets/mark-seen'
import { nextTicket } from '@/lib/tickets/next-ticket'
import { idempotencyKeySchema, replySchema, replyTextSchema } from '@/lib/tickets/schema'
import { stopDraft } from '@/lib/tickets/stop-draft'
import { readQueueQuery } from '../_queue/queue-query'
import { toTicketQuery } from '../_queue/to-ticket-query'

const ticketId = z.uuid()

const sendSchema = replySchema
  .omit({ delaySeconds: true })
  .extend({ ticketId, clientKey: idempotencyKeySchema, list: z.string().max(2_000), rewriteId: z.uuid().nullish() })

type Sent = {
  /** The ticket to turn to, or null when the view is done. */
  nextId: string | null
  /** While it can be taken back. */
  held: HeldReply | null
}

/** Sends a reply; it leaves after the seconds in which it can be taken back. */
export async function sendReplyAction(input: z.input<typeof sendSchema>): Promise<Attempt<Sent>> {
  const agent = await requireAgent()
  return attempt('reply.send', async () => {
    const { list, ...reply } = sendSchema.parse(input)
    const query = toTicketQuery(readQueueQuery(new URLSearchParams(list)))
    // Before sending: a reply moves its ticket to the top of the list.
    const [next, delaySeconds] = await Promise.all([nextTicket(agent, reply.ticketId, query), getSetting('undo_send_seconds')])
    const { messageId } = await sendReply({ agent, ...reply, delaySeconds })
    const held = delaySeconds > 0 ? await listHeldReplies(agent) : []
    return { nextId: next?.id ?? null, held: held.find((each) => each.messageId === messageId) ?? null }
  })
}

const noteSchema = z.object({
  ticketId,
  text: replyTextSchema,
  clientKey: idempotencyKeySchema,
  mentionIds: z.array(z.uuid()).max(50).default([]),
})

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

const stopSchema = z.object({ ticketId, suggestionId: z.uuid() })

/** Ends a draft that is being made; the one before it is back. */
export async function stopDraftAction(input: z.input<typeof stopSchema>): Promise<Attempt<void>> {
  await requireAgent()
  return attempt('suggestion.stop', async () => {
    const { ticketId: id, suggestionId } = stopSchema.parse(input)
    await stopDraft(id, suggestionId)
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
  const agent = await requireAgent()
  await markSeen(ticketId.parse(id))
  await markRead(agent, { ticketId: id })
}
