import { requireAgentRequest } from '@/lib/auth/require-agent-request'
import { route } from '@/lib/http'
import { listNotifications } from '@/lib/notifications/list-notifications'

/** What the person who asks should know of, for our own pages: `{items, unread}`, fifty at most. */
export const GET = route(async (request) => {
  const agent = await requireAgentRequest(request)
  return Response.json(await listNotifications(agent), { headers: { 'cache-control': 'no-store' } })
})
