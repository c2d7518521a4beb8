import { z } from 'zod'
import { db } from '@/lib/db'

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

const rowsSchema = z.array(
  z.object({
    id: z.uuid(),
    deliveryKey: z.string(),
    body: z.instanceof(Uint8Array),
    sizeBytes: z.int(),
    ticketId: z.uuid().nullable(),
    messageId: z.uuid().nullable(),
    receivedAt: z.date(),
  }),
)

/** The last deliveries of a channel, newest first. */
export async function listInboundEvents(channelId: string, limit = 20): Promise<InboundEventItem[]> {
  // By hand: with attachments a body has megabytes, and Prisma would fetch all of them.
  const rows = await db().$queryRaw`
    select id, delivery_key as "deliveryKey", substring(raw_body for ${SHOWN_BYTES}::int) as body, octet_length(raw_body) as "sizeBytes",
      ticket_id as "ticketId", message_id as "messageId", received_at as "receivedAt"
    from inbound_event where channel_id = ${channelId}::uuid
    order by received_at desc limit ${Math.min(limit, 100)}::int`
  return rowsSchema.parse(rows).map(({ body, ...event }) => ({ ...event, body: Buffer.from(body).toString('utf8') }))
}
