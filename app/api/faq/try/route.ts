import { requireAgentRequest } from '@/lib/auth/require-agent-request'
import { eventStream } from '@/lib/event-stream'
import { parseJson, route } from '@/lib/http'
import { suggest, suggestSchema } from '@/lib/suggestions/suggest'
import { toFoundShape, toTryShape } from '@/lib/suggestions/try-shape'

export const dynamic = 'force-dynamic'

/**
 * Answers one question as a ticket would be answered, for our own pages, and tells each step: `found` (the rules with their scores),
 * `draft` (the text so far), `result`. Nothing is stored.
 */
export const POST = route(async (request) => {
  await requireAgentRequest(request)
  const body = await parseJson(request, suggestSchema)
  return eventStream(request, async (send, signal) => {
    const result = await suggest({
      ...body,
      signal,
      onPrepared: (prepared) => send('found', toFoundShape(prepared)),
      onText: (text) => send('draft', { text }),
    })
    send('result', toTryShape(result))
  })
})
