import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { requireAgentRequest } from '@/lib/auth/require-agent-request'
import { listGaps } from '@/lib/faq/gaps/list-gaps'
import { parseQuery, route } from '@/lib/http'
import { writeCsv } from '@/lib/insights/table'
import { csvResponse } from '../../csv-response'
import { gapDays, toGapTable } from '../../gap-table'

const querySchema = z.object({ days: z.coerce.number().int().min(1).max(90).transform(gapDays) })

/** The gaps of the last days as a file, for our own page. */
export const GET = route(async (request) => {
  await requireAgentRequest(request)
  const { days } = parseQuery(request, querySchema)
  const [{ gaps }, t, common] = await Promise.all([listGaps({ days }), getTranslations('insights'), getTranslations('common')])
  return csvResponse(writeCsv(toGapTable(gaps, { t, common })), `deskhand-gaps-${days}-days.csv`)
})
