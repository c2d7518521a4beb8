import { z } from 'zod'
import type { Prisma } from '@/prisma/generated/client'
import { OutgoingKind } from '@/prisma/generated/enums'

const name = z.string().trim().min(1).max(100)

/** Where replies may be posted. Private addresses are refused when the connection is made, not here: names can change. */
const outgoingUrlSchema = z
  .url({ protocol: /^https?$/ })
  .max(2_000)
  .refine((url) => !new URL(url).username && !new URL(url).password, 'must not hold a user or a password')

const needsUrl = { path: ['outgoingUrl'], error: 'a webhook needs an address' }

export const newChannelSchema = z
  .object({
    kind: z.literal('generic').default('generic'),
    name,
    outgoingKind: z.enum(OutgoingKind).optional(),
    outgoingUrl: outgoingUrlSchema.nullish(),
    /** For the command line alone: the operator may name an address in a private network. */
    allowsPrivateUrl: z.boolean().default(false),
  })
  .transform(({ outgoingKind, outgoingUrl = null, ...rest }) => ({
    ...rest,
    outgoingUrl,
    outgoingKind: outgoingKind ?? (outgoingUrl ? OutgoingKind.webhook : OutgoingKind.none),
  }))
  .refine(({ outgoingKind, outgoingUrl }) => outgoingKind !== 'webhook' || outgoingUrl, needsUrl)
export type NewChannel = z.input<typeof newChannelSchema>

/** What of a channel may be changed on the screen. */
export const channelChangeSchema = z
  .object({ name, isEnabled: z.boolean(), outgoingKind: z.enum(OutgoingKind), outgoingUrl: outgoingUrlSchema.nullable() })
  .partial()
export type ChannelChange = z.input<typeof channelChangeSchema>

/** A channel as a screen may see it: its secrets stay where they are. */
export const channelSelect = {
  id: true,
  kind: true,
  name: true,
  isEnabled: true,
  outgoingKind: true,
  outgoingUrl: true,
  allowsPrivateUrl: true,
  previousSecretUntil: true,
  createdAt: true,
} satisfies Prisma.ChannelSelect
export type ChannelItem = Prisma.ChannelGetPayload<{ select: typeof channelSelect }>
