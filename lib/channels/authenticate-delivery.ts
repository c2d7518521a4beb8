import { findReceiver, type Receiver } from '@/lib/channels/find-receiver'
import { verify } from '@/lib/channels/generic'
import { AppError } from '@/lib/errors'

export type Delivery = { channelId: string; headers: Headers; raw: Uint8Array }
export type Authenticated = { channel: Receiver; deliveryKey: string }

/**
 * Refuses what is sent to no channel, before any of it is read.
 * @throws AppError not_found
 */
export async function requireReceiver(channelId: string): Promise<void> {
  const isOpen = async (isFresh: boolean) => (await findReceiver(channelId, isFresh))?.isEnabled
  if (!(await isOpen(false)) && !(await isOpen(true))) throw new AppError('not_found', 'There is no such channel.')
}

/**
 * Which channel a delivery is for, and that its sender holds that channel's secret. Nobody is turned away for what this
 * process merely remembered: a secret rotated a moment ago by another one is good at once.
 * @throws AppError not_found (no such channel, or one that takes nothing in), unauthorized
 */
export async function authenticateDelivery({ channelId, headers, raw }: Delivery): Promise<Authenticated> {
  const check = async (isFresh: boolean): Promise<Authenticated> => {
    const channel = await findReceiver(channelId, isFresh)
    // The API's own channel has no door here, and a disabled one tells a stranger nothing.
    if (channel?.kind !== 'generic' || !channel.isEnabled) throw new AppError('not_found', 'There is no such channel.')
    return { channel, ...verify(headers, raw, channel.secrets) }
  }
  try {
    return await check(false)
  } catch (error) {
    if (error instanceof AppError) return check(true)
    throw error
  }
}
