import { findReceiver } from '@/lib/channels/find-receiver'
import { parse, verify } from '@/lib/channels/generic'
import { AppError } from '@/lib/errors'
import { MAX_JSON_BYTES, parseId, readRawBody, route } from '@/lib/http'
import { metrics } from '@/lib/metrics'
import { ingestMessage } from '@/lib/tickets/ingest-message'

type Context = { params: Promise<{ channelId: string }> }

/** A sender brings a customer message. The first delivery and its repetitions get the same answer. */
export const POST = route<Context>(async (request, { params }) => {
  const channel = await findReceiver(parseId((await params).channelId))
  // The API's own channel has no door here, and a disabled one tells a stranger nothing.
  if (channel?.kind !== 'generic' || !channel.isEnabled) throw new AppError('not_found', 'There is no such channel.')
  const raw = await readRawBody(request, MAX_JSON_BYTES)
  const { deliveryKey } = verify(request.headers, raw, channel.secrets)
  const { ticketId, messageId, isRepeat } = await ingestMessage({ channelId: channel.id, deliveryKey, raw }, parse(raw))
  metrics.inbound.inc({ kind: channel.kind, outcome: isRepeat ? 'repeat' : 'new' })
  return Response.json({ ticketId, messageId })
})
