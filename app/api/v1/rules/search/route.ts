import { requireApiKey } from '@/lib/auth/require-api-key'
import { parseJson, refuseOthers, route } from '@/lib/http'
import { ruleSearchSchema } from '@/lib/retrieval/rule-search-schema'
import type { IndexedRule } from '@/lib/retrieval/schema'
import { searchRules } from '@/lib/retrieval/search-rules'
import { detectLanguage } from '@/lib/suggestions/detect-language'

/** The published rules that answer a question, best first, by exactly what serves the agents; those below `floor` are near misses. */
export const POST = route(async (request) => {
  await requireApiKey(request, 'rules:read')
  const { query, limit, ...rest } = await parseJson(request, ruleSearchSchema)
  const language = rest.language ?? detectLanguage(query)
  const { hits, hasMatch, floors } = await searchRules({ text: query, language, limit, withMeaning: true })
  return Response.json({
    hits: hits.map(({ rule, score, parts, isVerbatim, floor }) => ({ rule: toFoundRule(rule), score, parts, isVerbatim, floor })),
    hasMatch,
    language,
    floor: floors[language],
  })
})

/** What an index remembers beside the rule, such as how customers really asked, is its own affair. */
function toFoundRule({ learned: _learned, learnedEntity: _named, wrongFor: _wrong, entity = null, ...rule }: IndexedRule) {
  return { ...rule, entity }
}

export const { GET, PUT, PATCH, DELETE, OPTIONS } = refuseOthers('POST')
