import { channelUrl } from '@/lib/channels/channel-url'
import { type ChannelItem, channelSelect } from '@/lib/channels/schema'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'

/** @throws AppError not_found */
export async function getChannel(id: string): Promise<ChannelItem & { url: string }> {
  const channel = await db().channel.findUnique({ where: { id }, select: channelSelect })
  if (!channel) throw new AppError('not_found', 'This channel no longer exists.')
  return { ...channel, url: channelUrl(id) }
}
