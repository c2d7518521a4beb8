import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { publish } from '@/lib/events'
import { addJob } from '@/lib/jobs'

/**
 * Tries a reply again that could not be delivered, or whose next attempt is still far: now, and with all its attempts
 * before it. One that is just under way is left alone.
 * @throws AppError not_found, conflict (it has been sent)
 */
export async function retryDelivery(messageId: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const [delivery] = await tx.delivery.updateManyAndReturn({
      // Under way, it has no error yet: trying it again beside would send it twice.
      where: { messageId, OR: [{ status: 'failed' }, { status: 'sending', errorCode: { not: null } }] },
      data: { status: 'sending', attempts: 0, errorCode: null, nextAttemptAt: new Date() },
      select: { message: { select: { ticketId: true } } },
    })
    if (!delivery) {
      const other = await tx.delivery.findUnique({ where: { messageId }, select: { status: true } })
      if (!other) throw new AppError('not_found', 'There is nothing to deliver here.')
      if (other.status === 'sent') throw new AppError('conflict', 'This reply has been delivered.')
      return
    }
    // It may have arrived in spite of its error, and begins again at no attempts: taking it back is over for good.
    await tx.heldReply.deleteMany({ where: { messageId } })
    await addJob(tx, 'deliver-message', { messageId }, { jobKey: `deliver:${messageId}`, priority: -5 })
    await publish(tx, { kind: 'delivery', ticketId: delivery.message.ticketId, messageId, status: 'sending' })
  })
}
