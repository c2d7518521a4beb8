import { channelUrl } from '@/lib/channels/channel-url'
import { type ChannelItem, channelSelect } from '@/lib/channels/schema'
import { db } from '@/lib/db'

/** The channels there are, oldest first, each with the address it is posted to. */
export async function listChannels(): Promise<(ChannelItem & { url: string })[]> {
  const channels = await db().channel.findMany({ select: channelSelect, orderBy: { id: 'asc' }, take: 200 })
  return channels.map((channel) => ({ ...channel, url: channelUrl(channel.id) }))
}
