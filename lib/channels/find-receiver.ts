import { liveSecrets, secretColumns } from '@/lib/channels/channel-secrets'
import { db } from '@/lib/db'
import type { ChannelKind } from '@/prisma/generated/enums'

export type Receiver = { id: string; kind: ChannelKind; isEnabled: boolean; secrets: string[] }

/** A channel as the door of its webhooks needs it, with the secrets that are live now; null when there is none. */
export async function findReceiver(channelId: string): Promise<Receiver | null> {
  const select = { id: true, kind: true, isEnabled: true, ...secretColumns }
  const channel = await db().channel.findUnique({ where: { id: channelId }, select })
  if (!channel) return null
  const { id, kind, isEnabled } = channel
  return { id, kind, isEnabled, secrets: liveSecrets(channel) }
}
