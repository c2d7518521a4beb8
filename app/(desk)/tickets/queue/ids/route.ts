import { requireAgentRequest } from '@/lib/auth/require-agent-request'
import { route } from '@/lib/http'
import { listTicketIds } from '@/lib/tickets/list-ticket-ids'
import { readQueueQuery } from '../../_queue/queue-query'
import { toTicketQuery } from '../../_queue/to-ticket-query'

/** All tickets of the queue as it is filtered, for a deed on many. */
export const GET = route(async (request) => {
  const agent = await requireAgentRequest(request)
  const query = toTicketQuery(readQueueQuery(new URL(request.url).searchParams))
  return Response.json(await listTicketIds(agent, query), { headers: { 'cache-control': 'no-store' } })
})
