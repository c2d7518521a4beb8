import { requireAgentRequest } from '@/lib/auth/require-agent-request'
import { exportResponse } from '@/lib/faq/export-response'
import { exportQuerySchema } from '@/lib/faq/export-rules'
import { parseQuery, route } from '@/lib/http'

export const dynamic = 'force-dynamic'

/** The rules as a file, for our own pages. Whoever reads the rules may take them along. */
export const GET = route(async (request) => {
  await requireAgentRequest(request)
  return exportResponse(parseQuery(request, exportQuerySchema))
})
