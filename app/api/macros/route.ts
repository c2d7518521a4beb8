import { z } from 'zod'
import { requireAgentRequest } from '@/lib/auth/require-agent-request'
import { parseQuery, route } from '@/lib/http'
import { offerMacros } from '@/lib/macros/offer-macros'

const querySchema = z.object({ ticketId: z.uuid(), q: z.string().max(100).default('') })

/** The macros for a reply to a ticket, for our own pages: `{items: [{id, title, text, missing}]}`, filled, twelve at most. */
export const GET = route(async (request) => {
  const agent = await requireAgentRequest(request)
  const { ticketId, q } = parseQuery(request, querySchema)
  const items = await offerMacros(agent, ticketId, q)
  return Response.json({ items }, { headers: { 'cache-control': 'no-store' } })
})
