import { listAgents } from '@/lib/auth/list-agents'
import { requireAgentRequest } from '@/lib/auth/require-agent-request'
import { route } from '@/lib/http'
import { listTags } from '@/lib/tickets/list-tags'

/** Whom a ticket can be given to and which tags are in use, for our own pages; read when one is about to choose. */
export const GET = route(async (request) => {
  await requireAgentRequest(request)
  const [agents, tags] = await Promise.all([listAgents(), listTags()])
  return Response.json({ agents, tags }, { headers: { 'cache-control': 'no-store' } })
})
