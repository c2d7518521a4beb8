import { db } from '@/lib/db'
import type { Prisma } from '@/prisma/generated/client'

/** Notes what the built-in outbox has received; a second receipt of the same id only counts up. */
export async function recordOutboxEntry(entry: { channelId: string; webhookId: string; payload: Prisma.InputJsonValue }): Promise<void> {
  const { channelId, webhookId } = entry
  await db().outboxEntry.upsert({
    where: { channelId_webhookId: { channelId, webhookId } },
    create: entry,
    update: { receipts: { increment: 1 } },
    select: { id: true },
  })
}
