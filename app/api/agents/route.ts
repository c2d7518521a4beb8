import { listAgents } from '@/lib/auth/list-agents'
import { requireAgentRequest } from '@/lib/auth/require-agent-request'
import { route } from '@/lib/http'

/** The colleagues that can be named in a note, for our own pages: `{items: [{id, name}]}`. */
export const GET = route(async (request) => {
  await requireAgentRequest(request)
  return Response.json({ items: await listAgents() }, { headers: { 'cache-control': 'no-store' } })
})
