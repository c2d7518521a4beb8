import { z } from 'zod'
import { db } from '@/lib/db'
import { type OutgoingMessage, outgoingMessageSchema } from '@/lib/delivery/schema'

export type OutboxItem = {
  id: string
  channel: { id: string; name: string }
  webhookId: string
  /** How often it came; more than once is a repetition that the id gave away. */
  receipts: number
  receivedAt: Date
  message: OutgoingMessage['data']
}

/** Demo: what customers would have received, newest first. */
export async function listOutbox({ cursor, limit = 50 }: { cursor?: string | null; limit?: number } = {}): Promise<{
  items: OutboxItem[]
  nextCursor: string | null
}> {
  const take = Math.min(limit, 100)
  const rows = await db().outboxEntry.findMany({
    // The id's first bits are the time of receipt.
    where: cursor ? { id: { lt: z.uuid().parse(cursor) } } : {},
    select: { id: true, webhookId: true, receipts: true, receivedAt: true, payload: true, channel: { select: { id: true, name: true } } },
    orderBy: { id: 'desc' },
    take: take + 1,
  })
  const items = rows.slice(0, take).map(({ payload, ...row }) => ({ ...row, message: outgoingMessageSchema.parse(payload).data }))
  return { items, nextCursor: rows.length > take ? (items.at(-1)?.id ?? null) : null }
}
