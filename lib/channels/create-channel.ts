import { recordAudit } from '@/lib/auth/record-audit'
import { newSecret } from '@/lib/channels/channel-secrets'
import { channelUrl } from '@/lib/channels/channel-url'
import { type NewChannel, newChannelSchema } from '@/lib/channels/schema'
import { db } from '@/lib/db'

/** Who does something to a channel; null is the command line. */
export type ChannelActor = { id: string } | null

/**
 * Makes a channel. The secret is shown this once and sealed afterwards.
 * @throws ZodError when the input is not right
 */
export async function createChannel(input: NewChannel, actor: ChannelActor = null): Promise<{ id: string; secret: string; url: string }> {
  const channel = newChannelSchema.parse(input)
  const { secret, sealed } = newSecret()
  return db().$transaction(async (tx) => {
    const { id } = await tx.channel.create({ data: { ...channel, secretSealed: sealed }, select: { id: true } })
    const { name, kind, outgoingKind, outgoingUrl } = channel
    await recordAudit(tx, {
      actorId: actor?.id ?? null,
      action: 'channel.create',
      subjectId: id,
      details: { name, kind, outgoingKind, outgoingUrl },
    })
    return { id, secret, url: channelUrl(id) }
  })
}
