import { liveSecrets, secretColumns } from '@/lib/channels/channel-secrets'
import { selfUrl } from '@/lib/channels/channel-url'
import { db } from '@/lib/db'
import { delayAfter, judgeAnswer, judgeError, type Verdict } from '@/lib/delivery/judge-attempt'
import { postWebhook } from '@/lib/delivery/post-webhook'
import { publish } from '@/lib/events'
import { addJob } from '@/lib/jobs'
import { log } from '@/lib/log'
import { metrics } from '@/lib/metrics'
import { notify } from '@/lib/notifications/notify'
import { recordTicketEvent } from '@/lib/tickets/record-ticket-event'
import type { Prisma } from '@/prisma/generated/client'

/** Longer than an attempt can take: whoever holds a delivery longer than this is dead. */
const LEASE_MS = 30_000
/** A job's time and a delivery's come from two clocks. */
const CLOCK_SLACK_MS = 1_000

const ticketSelect = {
  select: {
    id: true,
    number: true,
    externalId: true,
    subject: true,
    contact: { select: { id: true, name: true, email: true, phone: true, externalId: true } },
  },
} satisfies Prisma.TicketDefaultArgs

const select = {
  attempts: true,
  channel: { select: { id: true, outgoingKind: true, outgoingUrl: true, allowsPrivateUrl: true, ...secretColumns } },
  message: {
    select: {
      id: true,
      text: true,
      createdAt: true,
      ticket: ticketSelect,
      // Merged since it was sent: the customer knows it by the ticket it was written under.
      origin: ticketSelect,
    },
  },
} satisfies Prisma.DeliverySelect
type Claimed = Prisma.DeliveryGetPayload<{ select: typeof select }>

/**
 * Makes one attempt to deliver a reply, and notes how it went: sent, another attempt later, or failed. Runs as a job, may
 * run twice and sends once: an attempt takes the delivery for half a minute, and the receiver knows the message by its id.
 */
export async function deliverMessage(messageId: string): Promise<void> {
  const now = Date.now()
  const [delivery] = await db().delivery.updateManyAndReturn({
    where: {
      messageId,
      status: 'sending',
      OR: [{ nextAttemptAt: null }, { nextAttemptAt: { lte: new Date(now + CLOCK_SLACK_MS) } }],
    },
    data: { attempts: { increment: 1 }, errorCode: null, nextAttemptAt: new Date(now + LEASE_MS) },
    select,
  })
  if (!delivery) return
  await noteVerdict(delivery, await attempt(delivery))
}

async function attempt({ channel, message }: Claimed): Promise<Verdict> {
  const isOutbox = channel.outgoingKind === 'outbox'
  const url = isOutbox ? `${selfUrl()}/api/outbox/${channel.id}` : channel.outgoingUrl
  if (channel.outgoingKind === 'none' || !url) return { outcome: 'failed', errorCode: 'no_address' }
  const { ticket, origin, ...rest } = message
  const { contact, ...ticketRest } = origin ?? ticket
  try {
    const answer = await postWebhook({
      url,
      id: message.id,
      body: { type: 'message.created', data: { ticket: ticketRest, contact, message: rest } },
      secrets: liveSecrets(channel),
      allowsPrivate: isOutbox || channel.allowsPrivateUrl,
    })
    return judgeAnswer(answer)
  } catch (cause) {
    return judgeError(cause)
  }
}

async function noteVerdict({ attempts, message }: Claimed, verdict: Verdict): Promise<void> {
  const messageId = message.id
  const ticketId = message.ticket.id
  const delayMs = verdict.outcome === 'again' ? delayAfter(attempts, verdict.retryAfterSeconds) : null
  const runAt = delayMs === null ? null : new Date(Date.now() + delayMs)
  const status = verdict.outcome === 'sent' ? 'sent' : runAt ? 'sending' : 'failed'
  const errorCode = verdict.outcome === 'sent' ? null : verdict.errorCode
  await db().$transaction(async (tx) => {
    await tx.delivery.updateMany({
      where: { messageId, status: 'sending' },
      data: { status, errorCode, nextAttemptAt: runAt, ...(status === 'sent' && { sentAt: new Date() }) },
    })
    if (status === 'failed') await recordTicketEvent(tx, ticketId, null, { kind: 'delivery_failed', messageId, errorCode })
    if (status === 'failed') await notify(tx, { kind: 'delivery_failed', ticketId, messageId, to: 'author' })
    if (runAt) await addJob(tx, 'deliver-message', { messageId }, { runAt, jobKey: `deliver:${messageId}` })
    await publish(tx, { kind: 'delivery', ticketId, messageId, status })
  })
  metrics.deliveries.inc({ outcome: runAt ? 'again' : status })
  log.info({ event: 'delivery.attempt', ticketId, messageId, attempts, status, errorCode })
}
