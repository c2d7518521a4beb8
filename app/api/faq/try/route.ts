import { requireAgentRequest } from '@/lib/auth/require-agent-request'
import { eventStream } from '@/lib/event-stream'
import { parseJson, route } from '@/lib/http'
import { suggest } from '@/lib/suggestions/suggest'
import { toFoundShape, toTryShape, trySchema } from '@/lib/suggestions/try-shape'

export const dynamic = 'force-dynamic'

/**
 * Answers one question as a ticket would be answered, for our own pages, and tells each step: `found` (the rules with their scores),
 * `draft` (the text so far), `result`. Nothing is stored: an answer that the cache keeps is shown as a ticket would get it, or passed over
 * where the model is wanted, and neither counted nor kept.
 */
export const POST = route(async (request) => {
  await requireAgentRequest(request)
  const { asksModel, ...body } = await parseJson(request, trySchema)
  return eventStream(request, async (send, signal) => {
    const result = await suggest({
      ...body,
      cacheUse: asksModel ? 'pass' : 'look',
      signal,
      onPrepared: (prepared) => send('found', toFoundShape(prepared)),
      onText: (text) => send('draft', { text }),
    })
    send('result', toTryShape(result))
  })
})
