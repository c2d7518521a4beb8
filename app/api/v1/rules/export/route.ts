import { requireApiKey } from '@/lib/auth/require-api-key'
import { exportResponse } from '@/lib/faq/export-response'
import { exportQuerySchema } from '@/lib/faq/export-rules'
import { parseQuery, refuseOthers, route } from '@/lib/http'

export const dynamic = 'force-dynamic'

/** The rules that the query finds, as CSV, XLSX, JSON or NDJSON; an import reads them back. */
export const GET = route(async (request) => {
  await requireApiKey(request, 'rules:read')
  return exportResponse(parseQuery(request, exportQuerySchema))
})

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refuseOthers('GET')
