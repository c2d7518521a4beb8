import { z } from 'zod'
import { requireAgentRequest } from '@/lib/auth/require-agent-request'
import { browseRules } from '@/lib/faq/browse-rules'
import { route } from '@/lib/http'
import { readFaqQuery } from '../faq-query'

const placeSchema = z.object({ offset: z.coerce.number().int().min(0).max(1_000_000) })

/** A stretch of the list of rules, for our own page as it is scrolled. */
export const GET = route(async (request) => {
  await requireAgentRequest(request)
  const params = Object.fromEntries(new URL(request.url).searchParams)
  const { rule: _rule, new: _new, ...filters } = readFaqQuery(params)
  const lines = await browseRules({ ...filters, ...placeSchema.parse(params) })
  return Response.json(lines, { headers: { 'cache-control': 'no-store' } })
})
