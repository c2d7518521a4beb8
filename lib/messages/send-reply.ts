import { db, type Tx } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { publish } from '@/lib/events'
import { addJob } from '@/lib/jobs'
import { requireFilled } from '@/lib/macros/require-filled'
import { settleSuggestion } from '@/lib/messages/settle-suggestion'
import { lastWords } from '@/lib/tickets/last-words'
import { lockTicket } from '@/lib/tickets/lock-ticket'
import { type Reply, replySchema } from '@/lib/tickets/schema'
import { newId } from '@/lib/uuid'

export type ReplyToSend = Omit<Partial<Reply>, 'text'> & {
  /** Who sends it; null for an API caller. */
  agent: { id: string } | null
  ticketId: string
  text: string
  /** Chosen by who sends: the same key twice on one ticket is one reply. Null always sends. */
  clientKey: string | null
}

export type SentReply = { messageId: string; isRepeat: boolean }

/**
 * Sends a reply: the message, the fate of the draft, the ticket's state and the job that delivers, all or nothing. A
 * second click finds the first one's message.
 * @throws AppError not_found, unprocessable, conflict (the customer wrote meanwhile: `details.newMessageIds`; or the key
 *   was used for another reply); ZodError
 */
export async function sendReply({ agent, ticketId, clientKey, ...input }: ReplyToSend): Promise<SentReply> {
  const reply = replySchema.parse(input)
  if (agent) requireFilled(reply.text)
  return db().$transaction(async (tx) => {
    await lockTicket(tx, ticketId)
    const earlierId = clientKey && (await findEarlier(tx, { ticketId, clientKey, text: reply.text }))
    if (earlierId) return { messageId: earlierId, isRepeat: true }
    if (reply.lastSeenMessageId) await refuseIfUnseen(tx, ticketId, reply.lastSeenMessageId)
    const messageId = newId()
    const agentId = agent?.id ?? null
    const { text, suggestionId } = await settleSuggestion(tx, {
      agentId,
      ticketId,
      text: reply.text,
      suggestionId: reply.suggestionId ?? null,
    })
    await tx.message.create({
      data: { id: messageId, ticketId, direction: 'outgoing', text, authorId: agentId, suggestionId, clientKey },
      select: { id: true },
    })
    const channel = await noteReply(tx, ticketId, { text, andThen: reply.andThen })
    if (channel.outgoingKind !== 'none') await startDelivery(tx, messageId, channel.id)
    await publish(tx, { kind: 'ticket', ticketId })
    return { messageId, isRepeat: false }
  })
}

/** A key is spent on the text it came with, marks or not: the stored text is what is left of it. */
async function findEarlier(tx: Tx, key: { ticketId: string; clientKey: string; text: string }): Promise<string | null> {
  const { ticketId, clientKey } = key
  const earlier = await tx.message.findUnique({
    where: { ticketId_clientKey: { ticketId, clientKey } },
    select: { id: true, direction: true, text: true },
  })
  if (!earlier) return null
  if (earlier.direction !== 'outgoing' || withoutMarks(earlier.text) !== withoutMarks(key.text)) {
    throw new AppError('conflict', 'Another reply was already sent under this key.', { details: { messageId: earlier.id } })
  }
  return earlier.id
}

function withoutMarks(text: string): string {
  return text.replace(/\[\d{1,3}\]/g, '').replace(/\s+/g, '')
}

/** The agent answered a page; if the customer has written since it was loaded, the answer may be to the wrong question. */
async function refuseIfUnseen(tx: Tx, ticketId: string, lastSeenMessageId: string): Promise<void> {
  const seen = await tx.message.findFirst({ where: { id: lastSeenMessageId, ticketId }, select: { createdAt: true } })
  if (!seen) throw new AppError('unprocessable', 'The last message seen is not one of this ticket.')
  const newer = await tx.message.findMany({
    where: { ticketId, direction: 'incoming', id: { not: lastSeenMessageId }, createdAt: { gte: seen.createdAt } },
    select: { id: true, createdAt: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  const newMessageIds = newer.filter(({ id, createdAt }) => createdAt > seen.createdAt || id > lastSeenMessageId).map(({ id }) => id)
  if (newMessageIds.length > 0) {
    throw new AppError('conflict', 'The customer has written again meanwhile.', { details: { reason: 'customer_wrote', newMessageIds } })
  }
}

async function noteReply(tx: Tx, ticketId: string, { text, andThen }: { text: string; andThen: Reply['andThen'] }) {
  const now = new Date()
  const { channel, firstRepliedAt } = await tx.ticket.update({
    where: { id: ticketId },
    data: {
      status: andThen,
      resolvedAt: andThen === 'resolved' ? now : null,
      waitingSince: null,
      activeAt: now,
      seenAt: now,
      lastWords: lastWords(text),
    },
    select: { firstRepliedAt: true, channel: { select: { id: true, outgoingKind: true } } },
  })
  if (!firstRepliedAt) await tx.ticket.update({ where: { id: ticketId }, data: { firstRepliedAt: now }, select: { id: true } })
  return channel
}

async function startDelivery(tx: Tx, messageId: string, channelId: string): Promise<void> {
  await tx.delivery.create({ data: { messageId, channelId, nextAttemptAt: new Date() }, select: { id: true } })
  await addJob(tx, 'deliver-message', { messageId }, { jobKey: `deliver:${messageId}`, priority: -5 })
}
