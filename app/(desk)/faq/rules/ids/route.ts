import { requireAgentRequest } from '@/lib/auth/require-agent-request'
import { browseRuleIds } from '@/lib/faq/browse-rules'
import { route } from '@/lib/http'
import { readFaqQuery } from '../../faq-query'

/** The ids of all rules that the list shows, for our own page when all or a stretch of them are chosen. */
export const GET = route(async (request) => {
  await requireAgentRequest(request)
  const { rule: _rule, new: _new, ...filters } = readFaqQuery(Object.fromEntries(new URL(request.url).searchParams))
  return Response.json({ ids: await browseRuleIds(filters) }, { headers: { 'cache-control': 'no-store' } })
})
