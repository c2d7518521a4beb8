import { requireAgentRequest } from '@/lib/auth/require-agent-request'
import { exportResponse } from '@/lib/faq/export-response'
import { exportChosenSchema, exportQuerySchema } from '@/lib/faq/export-rules'
import { parseQuery, readRawBody, route } from '@/lib/http'

export const dynamic = 'force-dynamic'

/** The rules as a file, for our own pages. Whoever reads the rules may take them along. */
export const GET = route(async (request) => {
  await requireAgentRequest(request)
  return exportResponse(parseQuery(request, exportQuerySchema))
})

/** 50,000 ids of 37 characters. */
const MAX_FORM_BYTES = 2_000_000

/** The same of the rules that were chosen: a form, its ids parted by spaces. */
export const POST = route(async (request) => {
  await requireAgentRequest(request)
  const form = new URLSearchParams((await readRawBody(request, MAX_FORM_BYTES)).toString('utf8'))
  const { ids, ...rest } = Object.fromEntries(form)
  return exportResponse(exportChosenSchema.parse({ ...rest, ids: ids?.split(' ') }))
})
