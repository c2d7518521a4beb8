import { requireApiKey } from '@/lib/auth/require-api-key'
import { parseId, refuseOthers, route } from '@/lib/http'
import { getTicket } from '@/lib/tickets/get-ticket'

type Context = { params: Promise<{ id: string }> }

export const GET = route<Context>(async (request, { params }) => {
  await requireApiKey(request, 'tickets:read')
  return Response.json(await getTicket(parseId((await params).id)))
})

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refuseOthers('GET')
