import { z } from 'zod'
import { requireAgentRequest } from '@/lib/auth/require-agent-request'
import { publishNow } from '@/lib/events'
import { parseJson, route } from '@/lib/http'

export const dynamic = 'force-dynamic'

const presenceSchema = z.object({
  place: z.string().regex(/^(?:rule|ticket)\/[0-9a-f-]{36}$/),
  tabId: z.string().regex(/^[0-9a-f]{32}$/),
  state: z.enum(['looks', 'edits', 'left']),
})

/** Tells every open page that this browser has something open. Nothing is stored; who it is says the session. */
export const POST = route(async (request) => {
  const agent = await requireAgentRequest(request)
  const presence = await parseJson(request, presenceSchema, 1_000)
  await publishNow({ kind: 'presence', ...presence, agentId: agent.id, name: agent.name })
  return new Response(null, { status: 204 })
})
