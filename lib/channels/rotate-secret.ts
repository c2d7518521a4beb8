import { recordAudit } from '@/lib/auth/record-audit'
import { newSecret } from '@/lib/channels/channel-secrets'
import type { ChannelActor } from '@/lib/channels/create-channel'
import { forgetReceiver } from '@/lib/channels/find-receiver'
import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'

const DAY_MS = 24 * 60 * 60 * 1_000

/**
 * Gives a channel a new secret, shown this once. The old one stays live for `keepOldMs` (a day by default, 0 for none);
 * the one before that is over at once, so there are never more than two.
 * @throws AppError not_found
 */
export async function rotateSecret(actor: ChannelActor, id: string, keepOldMs = DAY_MS): Promise<{ secret: string; oldUntil: Date }> {
  const { secret, sealed } = newSecret()
  const oldUntil = new Date(Date.now() + keepOldMs)
  await db().$transaction(async (tx) => {
    // One statement: two rotations at once each move the other's secret to the second place.
    const moved = await tx.$executeRaw`
      update channel set previous_secret_sealed = secret_sealed, previous_secret_until = ${oldUntil}, secret_sealed = ${sealed},
        updated_at = now()
      where id = ${id}::uuid`
    if (moved === 0) throw new AppError('not_found', 'This channel no longer exists.')
    await recordAudit(tx, {
      actorId: actor?.id ?? null,
      action: 'channel.rotate_secret',
      subjectId: id,
      details: { oldUntil: oldUntil.toISOString() },
    })
  })
  forgetReceiver(id)
  return { secret, oldUntil }
}
