import { z } from 'zod'
import { requireAgentRequest } from '@/lib/auth/require-agent-request'
import { parseJson, route } from '@/lib/http'
import { changeTickets, listBefore, takeBackChange, ticketBeforeSchema, ticketChangeSchema } from '@/lib/tickets/change-tickets'

const bodySchema = z.union([
  z.object({ look: z.array(z.uuid()) }),
  z.object({ change: ticketChangeSchema, ids: z.array(z.uuid()) }),
  z.object({ change: ticketChangeSchema, takeBack: z.array(ticketBeforeSchema) }),
])

/**
 * One thing done to many tickets, or taken back; or how they are before it. A route and not an action: a reply must not wait until a thousand
 * tickets are changed.
 */
export const POST = route(async (request) => {
  const agent = await requireAgentRequest(request)
  const body = await parseJson(request, bodySchema)
  if ('look' in body) return Response.json(await listBefore(body.look))
  const done = 'ids' in body ? await changeTickets(body.ids, body.change, agent) : await takeBackChange(body.takeBack, body.change, agent)
  return Response.json(done)
})
