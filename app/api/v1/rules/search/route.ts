import { requireApiKey } from '@/lib/auth/require-api-key'
import { parseJson, route } from '@/lib/http'
import { ruleSearchSchema } from '@/lib/retrieval/rule-search-schema'
import { searchRules } from '@/lib/retrieval/search-rules'
import { detectLanguage } from '@/lib/suggestions/detect-language'

/** The published rules that answer a question, best first, by exactly what serves the agents; those below `floor` are near misses. */
export const POST = route(async (request) => {
  await requireApiKey(request, 'rules:read')
  const { query, limit, ...rest } = await parseJson(request, ruleSearchSchema)
  const language = rest.language ?? detectLanguage(query)
  const { hits, hasMatch, floors } = await searchRules({ text: query, language, limit })
  return Response.json({
    hits: hits.map(({ rule, score, parts, isVerbatim, floor }) => ({ rule, score, parts, isVerbatim, floor })),
    hasMatch,
    language,
    floor: floors[language],
  })
})
