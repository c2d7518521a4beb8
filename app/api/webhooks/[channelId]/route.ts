import { authenticateDelivery, requireReceiver } from '@/lib/channels/authenticate-delivery'
import { parse } from '@/lib/channels/generic'
import { parseId, readRawBody, refuseOthers, route } from '@/lib/http'
import { MAX_BODY_WITH_ATTACHMENTS_BYTES } from '@/lib/messages/attachment-schema'
import { metrics } from '@/lib/metrics'
import { ingestMessage } from '@/lib/tickets/ingest-message'

type Context = { params: Promise<{ channelId: string }> }

/** A sender brings a customer message. The first delivery and its repetitions get the same answer. */
export const POST = route<Context>(async (request, { params }) => {
  const channelId = parseId((await params).channelId)
  // The signature can only be checked over the whole body, and that may be large.
  await requireReceiver(channelId)
  const raw = await readRawBody(request, MAX_BODY_WITH_ATTACHMENTS_BYTES)
  const { channel, deliveryKey } = await authenticateDelivery({ channelId, headers: request.headers, raw })
  const { ticketId, messageId, isRepeat } = await ingestMessage({ channelId, deliveryKey, raw }, parse(raw))
  metrics.inbound.inc({ kind: channel.kind, outcome: isRepeat ? 'repeat' : 'new' })
  return Response.json({ ticketId, messageId })
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = refuseOthers('POST')
