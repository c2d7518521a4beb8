import { requireApiKey } from '@/lib/auth/require-api-key'
import { parseId, parseJson, refuseOthers, route } from '@/lib/http'
import { sendReply } from '@/lib/messages/send-reply'
import { getTicket } from '@/lib/tickets/get-ticket'
import { readIdempotencyKey } from '@/lib/tickets/read-idempotency-key'
import { replySchema } from '@/lib/tickets/schema'

type Context = { params: Promise<{ id: string }> }

/** Sends a reply to the customer, from a draft or of the caller's own. */
export const POST = route<Context>(async (request, { params }) => {
  const caller = await requireApiKey(request, 'tickets:write')
  const ticketId = parseId((await params).id)
  const reply = await parseJson(request, replySchema)
  await sendReply({ agent: null, ticketId, clientKey: readIdempotencyKey(request, caller), ...reply })
  return Response.json(await getTicket(ticketId), { status: 201 })
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = refuseOthers('POST')
