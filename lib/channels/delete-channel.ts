import { recordAudit } from '@/lib/auth/record-audit'
import type { ChannelActor } from '@/lib/channels/create-channel'
import { forgetReceiver } from '@/lib/channels/find-receiver'
import { getChannel } from '@/lib/channels/get-channel'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'

/**
 * Deletes a channel that nothing has come through. One with tickets is disabled instead (`updateChannel`): deleting it
 * would take its tickets with it.
 * @throws AppError not_found, conflict
 */
export async function deleteChannel(actor: ChannelActor, id: string): Promise<void> {
  const { name, kind } = await getChannel(id)
  await db().$transaction(async (tx) => {
    // The row is locked first: a ticket that is just coming in waits, and then finds no channel.
    await tx.$queryRaw`select id from channel where id = ${id}::uuid for update`
    const ticket = await tx.ticket.findFirst({ where: { channelId: id }, select: { id: true } })
    if (ticket) throw new AppError('conflict', 'This channel has tickets. Disable it instead.')
    await tx.channel.deleteMany({ where: { id } })
    await recordAudit(tx, { actorId: actor?.id ?? null, action: 'channel.delete', subjectId: id, details: { name, kind } })
  })
  forgetReceiver(id)
}
