import { listAgents } from '@/lib/auth/list-agents'
import { requireAgentRequest } from '@/lib/auth/require-agent-request'
import { route } from '@/lib/http'

/** The colleagues that can be named in a note, without who asks, for our own pages: `{items: [{id, name}]}`. */
export const GET = route(async (request) => {
  const { id: own } = await requireAgentRequest(request)
  const items = (await listAgents()).filter(({ id }) => id !== own)
  return Response.json({ items }, { headers: { 'cache-control': 'no-store' } })
})
