import { requireApiKey } from '@/lib/auth/require-api-key'
import { eventStream, wantsEventStream } from '@/lib/event-stream'
import { parseJson, refuseOthers, route } from '@/lib/http'
import { suggest, suggestSchema } from '@/lib/suggestions/suggest'
import { toSuggestShape } from '@/lib/suggestions/suggest-shape'

export const dynamic = 'force-dynamic'

/** Drafts a reply to one question; nothing is stored. With `Accept: text/event-stream` the text comes as it is written. */
export const POST = route(async (request) => {
  await requireApiKey(request, 'suggest')
  const body = await parseJson(request, suggestSchema)
  if (!wantsEventStream(request)) {
    return Response.json(toSuggestShape(await suggest({ ...body, signal: request.signal })))
  }
  return eventStream(request, async (send, signal) => {
    const result = await suggest({ ...body, signal, onText: (text) => send('draft', { text }) })
    send('suggestion', toSuggestShape(result))
  })
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = refuseOthers('POST')
