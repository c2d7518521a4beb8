import { db, type Tx } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { publish } from '@/lib/events'
import { addJob } from '@/lib/jobs'
import { requireFilled } from '@/lib/macros/require-filled'
import { holdReply, readTicketColumns } from '@/lib/messages/hold-reply'
import { settleSuggestion } from '@/lib/messages/settle-suggestion'
import { addTextSql } from '@/lib/tickets/index-tickets'
import { lastWords } from '@/lib/tickets/last-words'
import { lockTicket } from '@/lib/tickets/lock-ticket'
import { type Doer, recordTicketEvent } from '@/lib/tickets/record-ticket-event'
import { type Reply, replySchema } from '@/lib/tickets/schema'
import { newId } from '@/lib/uuid'

export type ReplyToSend = Omit<Partial<Reply>, 'text'> & {
  /** Who sends it; null for an API caller. */
  agent: { id: string } | null
  ticketId: string
  text: string
  /** Chosen by who sends: the same key twice on one ticket is one reply. Null always sends. */
  clientKey: string | null
  /** The rewrite of the draft that it was made from. */
  rewriteId?: string | null
}

export type SentReply = { messageId: string; isRepeat: boolean }

/**
 * Sends a reply: the message, the fate of the draft, the ticket's state and the job that delivers, all or nothing. A
 * second click finds the first one's message. With `delaySeconds` the delivery waits, and until then an agent's reply can
 * be taken back (undo-reply.ts).
 * @throws AppError not_found, unprocessable, conflict (`customer_wrote` or `replied` meanwhile: `details.newMessageIds`; or
 *   `key_spent`: the key was used for another reply); ZodError
 */
export async function sendReply({ agent, ticketId, clientKey, rewriteId = null, ...input }: ReplyToSend): Promise<SentReply> {
  const reply = replySchema.parse(input)
  if (agent) requireFilled(reply.text)
  return db().$transaction(async (tx) => {
    await lockTicket(tx, ticketId)
    const earlierId = clientKey && (await findEarlier(tx, { ticketId, clientKey, text: reply.text }))
    if (earlierId) return { messageId: earlierId, isRepeat: true }
    if (reply.lastSeenMessageId) await refuseIfUnseen(tx, ticketId, { lastSeenMessageId: reply.lastSeenMessageId, agent })
    const messageId = newId()
    const agentId = agent?.id ?? null
    // Without a delay the jobs begin by the database's own clock.
    const leavesAt = reply.delaySeconds > 0 ? new Date(Date.now() + reply.delaySeconds * 1_000) : undefined
    const before = agentId && leavesAt ? await readTicketColumns(tx, ticketId) : null
    const { text, suggestionId, drafts } = await settleSuggestion(tx, {
      agentId,
      ticketId,
      text: reply.text,
      suggestionId: reply.suggestionId ?? null,
      leavesAt,
    })
    await tx.message.create({
      data: { id: messageId, ticketId, direction: 'outgoing', text, authorId: agentId, suggestionId, clientKey },
      select: { id: true },
    })
    await tx.$executeRaw(addTextSql(ticketId, text))
    if (rewriteId) await tx.rewrite.updateMany({ where: { id: rewriteId, ticketId }, data: { messageId } })
    const { channel, eventIds } = await noteReply(tx, ticketId, { text, andThen: reply.andThen, agent })
    if (channel.outgoingKind !== 'none') await startDelivery(tx, { messageId, channelId: channel.id, leavesAt })
    if (agentId) await tx.replyDraft.deleteMany({ where: { agentId, ticketId } })
    if (agentId && leavesAt && before) {
      const after = await readTicketColumns(tx, ticketId)
      await holdReply(tx, {
        messageId,
        agentId,
        until: leavesAt,
        text: reply.text,
        suggestionId,
        rewriteId,
        before,
        after,
        drafts,
        eventIds,
      })
    }
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
    throw new AppError('conflict', 'Another reply was already sent under this key.', {
      details: { reason: 'key_spent', messageId: earlier.id },
    })
  }
  return earlier.id
}

function withoutMarks(text: string): string {
  return text.replace(/\[\d{1,3}\]/g, '').replace(/\s+/g, '')
}

type Seen = { lastSeenMessageId: string; agent: { id: string } | null }

/**
 * The agent answered a page; if the customer has written since it was loaded, the answer may be to the wrong question, and
 * if a colleague has replied, it may say the same a second time. A program asks about the customer alone.
 */
async function refuseIfUnseen(tx: Tx, ticketId: string, { lastSeenMessageId, agent }: Seen): Promise<void> {
  const seen = await tx.message.findFirst({ where: { id: lastSeenMessageId, ticketId }, select: { createdAt: true } })
  if (!seen) throw new AppError('unprocessable', 'The last message seen is not one of this ticket.')
  const newer = await tx.message.findMany({
    where: {
      ticketId,
      direction: { in: agent ? ['incoming', 'outgoing'] : ['incoming'] },
      id: { not: lastSeenMessageId },
      createdAt: { gte: seen.createdAt },
    },
    select: { id: true, direction: true, createdAt: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  const unseen = newer.filter(({ id, createdAt }) => createdAt > seen.createdAt || id > lastSeenMessageId)
  if (unseen.length === 0) return
  const hasCustomer = unseen.some(({ direction }) => direction === 'incoming')
  throw new AppError('conflict', hasCustomer ? 'The customer has written again meanwhile.' : 'This ticket has been answered meanwhile.', {
    details: { reason: hasCustomer ? 'customer_wrote' : 'replied', newMessageIds: unseen.map(({ id }) => id) },
  })
}

async function noteReply(tx: Tx, ticketId: string, { text, andThen, agent }: { text: string; andThen: Reply['andThen']; agent: Doer }) {
  const now = new Date()
  const { status: from } = await tx.ticket.findUniqueOrThrow({ where: { id: ticketId }, select: { status: true } })
  // That it waits says the reply itself.
  const isNews = andThen === 'resolved' && from !== 'resolved'
  const eventIds = isNews ? await recordTicketEvent(tx, ticketId, agent, { kind: 'status', from, to: andThen }) : []
  const { channel, firstRepliedAt } = await tx.ticket.update({
    where: { id: ticketId },
    data: {
      status: andThen,
      resolvedAt: andThen === 'resolved' ? now : null,
      ...(andThen === 'resolved' && { snoozedUntil: null }),
      waitingSince: null,
      activeAt: now,
      seenAt: now,
      lastWords: lastWords(text),
    },
    select: { firstRepliedAt: true, channel: { select: { id: true, outgoingKind: true } } },
  })
  if (!firstRepliedAt) await tx.ticket.update({ where: { id: ticketId }, data: { firstRepliedAt: now }, select: { id: true } })
  return { channel, eventIds }
}

type Leaving = { messageId: string; channelId: string; leavesAt?: Date }

async function startDelivery(tx: Tx, { messageId, channelId, leavesAt }: Leaving): Promise<void> {
  await tx.delivery.create({ data: { messageId, channelId, nextAttemptAt: leavesAt ?? new Date() }, select: { id: true } })
  await addJob(tx, 'deliver-message', { messageId }, { runAt: leavesAt, jobKey: `deliver:${messageId}`, priority: -5 })
}
