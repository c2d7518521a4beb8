import { requireApiKey } from '@/lib/auth/require-api-key'
import { apiChannelId } from '@/lib/channels/api-channel'
import { decodeJson, parseQuery, readRawBody, refuseOthers, route } from '@/lib/http'
import { MAX_BODY_WITH_ATTACHMENTS_BYTES } from '@/lib/messages/attachment-schema'
import { metrics } from '@/lib/metrics'
import { getTicket } from '@/lib/tickets/get-ticket'
import { ingestMessage } from '@/lib/tickets/ingest-message'
import { listTickets } from '@/lib/tickets/list-tickets'
import { readIdempotencyKey } from '@/lib/tickets/read-idempotency-key'
import { newTicketSchema, ticketQuerySchema } from '@/lib/tickets/schema'
import { newId } from '@/lib/uuid'

/** Makes a ticket, or adds to the one with this `externalId`. */
export const POST = route(async (request) => {
  const caller = await requireApiKey(request, 'tickets:write')
  const deliveryKey = readIdempotencyKey(request, caller) ?? newId()
  const raw = await readRawBody(request, MAX_BODY_WITH_ATTACHMENTS_BYTES)
  const payload = newTicketSchema.parse(decodeJson(raw))
  const { ticketId, isRepeat } = await ingestMessage({ channelId: await apiChannelId(), deliveryKey, raw }, payload)
  metrics.inbound.inc({ kind: 'api', outcome: isRepeat ? 'repeat' : 'new' })
  return Response.json(await getTicket(ticketId), { status: 201, headers: { location: `/api/v1/tickets/${ticketId}` } })
})

export const GET = route(async (request) => {
  await requireApiKey(request, 'tickets:read')
  return Response.json(await listTickets(null, parseQuery(request, ticketQuerySchema)))
})

export const { PUT, PATCH, DELETE, OPTIONS } = refuseOthers('GET', 'POST')
