import { Webhook, WebhookVerificationError } from 'standardwebhooks'
import { findReceiver } from '@/lib/channels/find-receiver'
import { recordOutboxEntry } from '@/lib/delivery/record-outbox-entry'
import { outgoingMessageSchema } from '@/lib/delivery/schema'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { decodeJson, MAX_JSON_BYTES, parseId, readRawBody, route } from '@/lib/http'

type Context = { params: Promise<{ channelId: string }> }

/**
 * Demo: the customer's system, played by ourselves. It checks what it gets as such a system would, with the reference
 * implementation of Standard Webhooks and not with the code that signed, and counts a message by its id.
 */
export const POST = route<Context>(async (request, { params }) => {
  const channel = env().DEMO ? await findReceiver(parseId((await params).channelId)) : null
  if (!channel) throw new AppError('not_found', 'There is no outbox here.')
  const raw = await readRawBody(request, MAX_JSON_BYTES)
  const headers = Object.fromEntries(request.headers)
  const isSigned = channel.secrets.some((secret) => isSignedWith(secret, raw, headers))
  if (!isSigned) throw new AppError('unauthorized', 'The signature does not fit.')
  const payload = outgoingMessageSchema.parse(decodeJson(raw))
  await recordOutboxEntry({ channelId: channel.id, webhookId: payload.data.message.id, payload })
  return Response.json({ received: true })
})

function isSignedWith(secret: string, raw: Buffer, headers: Record<string, string>): boolean {
  try {
    new Webhook(secret).verify(raw, headers, { jsonParse: false })
    return true
  } catch (error) {
    if (error instanceof WebhookVerificationError) return false
    throw error
  }
}
