import { authenticateDelivery } from '@/lib/channels/authenticate-delivery'
import { parse } from '@/lib/channels/generic'
import { MAX_JSON_BYTES, parseId, readRawBody, route } from '@/lib/http'
import { metrics } from '@/lib/metrics'
import { ingestMessage } from '@/lib/tickets/ingest-message'

type Context = { params: Promise<{ channelId: string }> }

/** A sender brings a customer message. The first delivery and its repetitions get the same answer. */
export const POST = route<Context>(async (request, { params }) => {
  const channelId = parseId((await params).channelId)
  const raw = await readRawBody(request, MAX_JSON_BYTES)
  const { channel, deliveryKey } = await authenticateDelivery({ channelId, headers: request.headers, raw })
  const { ticketId, messageId, isRepeat } = await ingestMessage({ channelId, deliveryKey, raw }, parse(raw))
  metrics.inbound.inc({ kind: channel.kind, outcome: isRepeat ? 'repeat' : 'new' })
  return Response.json({ ticketId, messageId })
})
