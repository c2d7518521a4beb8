import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { requireAgentRequest } from '@/lib/auth/require-agent-request'
import { parseQuery, route } from '@/lib/http'
import { knownTimeZone } from '@/lib/i18n/locales'
import { periodQuerySchema, resolvePeriod } from '@/lib/insights/period'
import { readInsights } from '@/lib/insights/read-insights'
import { writeCsv } from '@/lib/insights/table'
import { csvResponse } from '../csv-response'
import { CHARTS, toTable } from '../tables'

const querySchema = periodQuerySchema.extend({
  chart: z.enum(CHARTS),
  /** The clock of the page that the link stood on. */
  zone: z.string().transform((name) => knownTimeZone(name) ?? 'UTC'),
})

/** The figures of one chart as a file, for our own page. */
export const GET = route(async (request) => {
  const agent = await requireAgentRequest(request)
  const { chart, zone, ...query } = parseQuery(request, querySchema)
  const period = resolvePeriod(query, { zone })
  const [insights, t, rung, common] = await Promise.all([
    readInsights(agent, period),
    getTranslations('insights'),
    getTranslations('rung'),
    getTranslations('common'),
  ])
  const name = `deskhand-${chart}-${period.from}-${period.to}.csv`
  return csvResponse(writeCsv(toTable(chart, insights, { t, rung, common })), name)
})
