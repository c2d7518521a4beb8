import { liveSecrets, secretColumns } from '@/lib/channels/channel-secrets'
import { db } from '@/lib/db'
import type { ChannelKind } from '@/prisma/generated/enums'

/** A channel as its webhook door needs it: there, enabled, with the secrets that are live now. Null for any other. */
export async function findReceiver(channelId: string): Promise<{ id: string; kind: ChannelKind; secrets: string[] } | null> {
  const channel = await db().channel.findUnique({
    where: { id: channelId, isEnabled: true },
    select: { id: true, kind: true, ...secretColumns },
  })
  return channel && { id: channel.id, kind: channel.kind, secrets: liveSecrets(channel) }
}
