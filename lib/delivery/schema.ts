import { z } from 'zod'

/** What a reply looks like to the system that receives it; `webhook-id` is the message's id. */
export const outgoingMessageSchema = z.object({
  type: z.literal('message.created'),
  data: z.object({
    ticket: z.object({ id: z.string(), number: z.number(), externalId: z.string().nullable(), subject: z.string() }),
    contact: z.object({
      id: z.string(),
      name: z.string().nullable(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
      externalId: z.string().nullable(),
    }),
    message: z.object({ id: z.string(), text: z.string(), createdAt: z.iso.datetime() }),
  }),
})
export type OutgoingMessage = z.infer<typeof outgoingMessageSchema>
