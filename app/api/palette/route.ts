import { z } from 'zod'
import { requireAgentRequest } from '@/lib/auth/require-agent-request'
import { parseQuery, route } from '@/lib/http'
import { findAnything } from '@/lib/palette/find-anything'

const querySchema = z.object({ q: z.string().trim().min(1).max(100) })

/** What the palette can jump to, for our own pages: `{tickets, contacts, rules, isPartial}`, fifteen together at most. */
export const GET = route(async (request) => {
  await requireAgentRequest(request)
  const { q } = parseQuery(request, querySchema)
  return Response.json(await findAnything(q), { headers: { 'cache-control': 'no-store' } })
})
