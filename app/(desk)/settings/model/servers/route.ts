import { requireAgentRequest } from '@/lib/auth/require-agent-request'
import { route } from '@/lib/http'
import { listServerStates } from '@/lib/inference/list-server-states'

/** How the inference servers are now, for our own page as it is looked at. */
export const GET = route(async (request) => {
  await requireAgentRequest(request)
  return Response.json(await listServerStates(), { headers: { 'cache-control': 'no-store' } })
})
