import { requireAgentRequest } from '@/lib/auth/require-agent-request'
import { pickRules, pickSchema } from '@/lib/faq/pick-rules'
import { parseQuery, route } from '@/lib/http'

/** The published rules that fit what is typed, for our own pages: `{items: [{id, version, question, language}]}`, eight at most. */
export const GET = route(async (request) => {
  await requireAgentRequest(request)
  const items = await pickRules(parseQuery(request, pickSchema))
  return Response.json({ items }, { headers: { 'cache-control': 'no-store' } })
})
