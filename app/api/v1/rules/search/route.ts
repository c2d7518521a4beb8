import { z } from 'zod'
import { requireApiKey } from '@/lib/auth/require-api-key'
import { parseJson, route } from '@/lib/http'
import { searchRules } from '@/lib/retrieval/search-rules'
import { detectLanguage } from '@/lib/suggestions/detect-language'
import { Language } from '@/prisma/generated/enums'

const searchSchema = z.object({
  query: z.string().trim().min(1).max(10_000),
  language: z.enum(Language).optional(),
  limit: z.number().int().min(1).max(50).default(5),
})

/** The published rules that answer a question, best first, by exactly what serves the agents; those below `floor` are near misses. */
export const POST = route(async (request) => {
  await requireApiKey(request, 'rules:read')
  const { query, limit, ...rest } = await parseJson(request, searchSchema)
  const language = rest.language ?? detectLanguage(query)
  const { hits, hasMatch, floors } = await searchRules({ text: query, language, limit, withMeaning: true })
  return Response.json({
    hits: hits.map(({ rule, score, parts, isVerbatim, floor }) => ({ rule, score, parts, isVerbatim, floor })),
    hasMatch,
    language,
    floor: floors[language],
  })
})
