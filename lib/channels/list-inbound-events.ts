import { db } from '@/lib/db'
import type { Prisma } from '@/prisma/generated/client'

const select = {
  id: true,
  deliveryKey: true,
  rawBody: true,
  ticketId: true,
  messageId: true,
  receivedAt: true,
} satisfies Prisma.InboundEventSelect

export type InboundEventItem = {
  id: string
  deliveryKey: string
  /** The body as it came, at most its first 20,000 bytes; what is not UTF-8 shows as U+FFFD. */
  body: string
  sizeBytes: number
  ticketId: string | null
  messageId: string | null
  receivedAt: Date
}

const SHOWN_BYTES = 20_000

/** The last deliveries of a channel, newest first. */
export async function listInboundEvents(channelId: string, limit = 20): Promise<InboundEventItem[]> {
  const events = await db().inboundEvent.findMany({
    where: { channelId },
    select,
    orderBy: { receivedAt: 'desc' },
    take: Math.min(limit, 100),
  })
  return events.map(({ rawBody, ...event }) => ({
    ...event,
    body: Buffer.from(rawBody.subarray(0, SHOWN_BYTES)).toString('utf8'),
    sizeBytes: rawBody.byteLength,
  }))
}
