'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { type Attempt, attempt } from '@/app/_doors/attempt'
import { requireAdmin } from '@/lib/auth/require-agent'
import { createChannel } from '@/lib/channels/create-channel'
import { rotateSecret } from '@/lib/channels/rotate-secret'
import { type ChannelChange, channelChangeSchema, type NewChannel, newChannelSchema } from '@/lib/channels/schema'
import { updateChannel } from '@/lib/channels/update-channel'
import { env } from '@/lib/env'

/** Makes a channel. Its secret comes back this once. */
export async function createChannelAction(input: Omit<NewChannel, 'allowsPrivateUrl'>): Promise<Attempt<{ id: string; secret: string }>> {
  return attempt('channel.create', async () => {
    const admin = await requireAdmin()
    // A private address is the operator's to allow, on the command line; the demo's outbox exists in the demo alone.
    const asked = { ...input, allowsPrivateUrl: false }
    newChannelSchema.parse(asked)
    const { id, secret } = await createChannel(withoutOutbox(asked), admin)
    return { id, secret }
  })
}

export async function updateChannelAction(id: string, change: ChannelChange): Promise<Attempt<void>> {
  return attempt('channel.update', async () => {
    const admin = await requireAdmin()
    await updateChannel(admin, z.uuid().parse(id), withoutOutbox(channelChangeSchema.parse(change)))
    refresh()
  })
}

export async function rotateSecretAction(id: string): Promise<Attempt<{ secret: string }>> {
  return attempt('channel.rotate_secret', async () => {
    const admin = await requireAdmin()
    const { secret } = await rotateSecret(admin, z.uuid().parse(id))
    refresh()
    return { secret }
  })
}

function withoutOutbox<T extends { outgoingKind?: string }>(input: T): T {
  return input.outgoingKind === 'outbox' && !env().DEMO ? { ...input, outgoingKind: 'none' } : input
}
