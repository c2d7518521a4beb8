import { requireApiKey } from '@/lib/auth/require-api-key'
import { parseId, parseJson, refuseOthers, route } from '@/lib/http'
import { MAX_BODY_WITH_ATTACHMENTS_BYTES } from '@/lib/messages/attachment-schema'
import { addCustomerMessage } from '@/lib/tickets/add-customer-message'
import { getTicket } from '@/lib/tickets/get-ticket'
import { readIdempotencyKey } from '@/lib/tickets/read-idempotency-key'
import { newMessageSchema } from '@/lib/tickets/schema'

type Context = { params: Promise<{ id: string }> }

/** The customer has written again. Answers with the ticket that has the message: another one, if this was merged into it. */
export const POST = route<Context>(async (request, { params }) => {
  const caller = await requireApiKey(request, 'tickets:write')
  const id = parseId((await params).id)
  const { message } = await parseJson(request, newMessageSchema, MAX_BODY_WITH_ATTACHMENTS_BYTES)
  const { ticketId } = await addCustomerMessage({ ticketId: id, ...message, clientKey: readIdempotencyKey(request, caller) })
  return Response.json(await getTicket(ticketId), { status: 201 })
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = refuseOthers('POST')
