import { recordAudit } from '@/lib/auth/record-audit'
import type { ChannelActor } from '@/lib/channels/create-channel'
import { forgetReceiver } from '@/lib/channels/find-receiver'
import { getChannel } from '@/lib/channels/get-channel'
import { type ChannelChange, type ChannelItem, channelChangeSchema, channelSelect } from '@/lib/channels/schema'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'

/**
 * Changes a channel's name, its way out, or whether it takes anything in. An address changed on the screen loses the
 * permission to be private that the command line gave to the old one.
 * @throws AppError not_found, unprocessable; ZodError
 */
export async function updateChannel(actor: ChannelActor, id: string, change: ChannelChange): Promise<ChannelItem> {
  const data = channelChangeSchema.parse(change)
  const before = await getChannel(id)
  const outgoing = { outgoingKind: before.outgoingKind, outgoingUrl: before.outgoingUrl, ...data }
  if (outgoing.outgoingKind === 'webhook' && !outgoing.outgoingUrl) {
    throw new AppError('unprocessable', 'Replies by webhook need an address.', { details: [{ path: 'outgoingUrl' }] })
  }
  const isMoved = data.outgoingUrl !== undefined && data.outgoingUrl !== before.outgoingUrl
  const changed = await db().$transaction(async (tx) => {
    const channel = await tx.channel.update({
      where: { id },
      data: { ...data, ...(isMoved && { allowsPrivateUrl: false }) },
      select: channelSelect,
    })
    await recordAudit(tx, { actorId: actor?.id ?? null, action: 'channel.update', subjectId: id, details: data })
    return channel
  })
  forgetReceiver(id)
  return changed
}
