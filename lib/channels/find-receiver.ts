import { liveSecrets, type SealedSecrets, secretColumns } from '@/lib/channels/channel-secrets'
import { db } from '@/lib/db'
import { perProcess } from '@/lib/per-process'
import type { ChannelKind } from '@/prisma/generated/enums'

export type Receiver = { id: string; kind: ChannelKind; isEnabled: boolean; secrets: string[] }

type Row = { id: string; kind: ChannelKind; isEnabled: boolean } & SealedSecrets

/** A burst of webhooks reads its channel once; a change made in another process is seen after this long at most. */
const MAX_AGE_MS = 2_000
const MAX_KNOWN = 1_000

const known = perProcess<Map<string, { row: Row; readAt: number }>>('receivers', () => new Map())

/**
 * A channel as the door of its webhooks needs it, with the secrets that are live now; null when there is none.
 * @param isFresh reads it again, whatever is known: before a delivery is turned away
 */
export async function findReceiver(channelId: string, isFresh = false): Promise<Receiver | null> {
  const row = await findRow(channelId, isFresh)
  if (!row) return null
  const { id, kind, isEnabled } = row
  return { id, kind, isEnabled, secrets: liveSecrets(row) }
}

async function findRow(channelId: string, isFresh: boolean): Promise<Row | null> {
  const entry = known.get(channelId)
  if (entry && !isFresh && Date.now() - entry.readAt < MAX_AGE_MS) return entry.row
  const readAt = Date.now()
  const select = { id: true, kind: true, isEnabled: true, ...secretColumns }
  const row = await db().channel.findUnique({ where: { id: channelId }, select })
  if (known.size >= MAX_KNOWN) known.clear()
  if (row) known.set(channelId, { row, readAt })
  else known.delete(channelId)
  return row
}

/** Called by whoever changes a channel. */
export function forgetReceiver(channelId: string): void {
  known.delete(channelId)
}
