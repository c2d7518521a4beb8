import { requireAgentRequest } from '@/lib/auth/require-agent-request'
import { eventStream } from '@/lib/event-stream'
import { parseJson, route } from '@/lib/http'
import { rewriteReply } from '@/lib/suggestions/rewrite-reply'
import { rewriteRequestSchema } from '@/lib/suggestions/rewrite-schema'

export const dynamic = 'force-dynamic'

/** 20,000 characters of text, each escaped. */
const MAX_BYTES = 200_000
/** A box is repainted at most this often while it is written. */
const STREAM_EVERY_MS = 70

/**
 * Changes what an agent has written, for our own pages, and tells each step: `begun` (at once: the answer's head is then on
 * its way, and a stop will be heard), `text` (so far), `result`. Whoever hangs up ends it.
 */
export const POST = route(async (request) => {
  const agent = await requireAgentRequest(request)
  const body = await parseJson(request, rewriteRequestSchema, MAX_BYTES)
  return eventStream(request, async (send, signal) => {
    send('begun', {})
    let lastAt = 0
    const onText = (text: string) => {
      const now = performance.now()
      if (now - lastAt < STREAM_EVERY_MS) return
      lastAt = now
      send('text', { text })
    }
    send('result', await rewriteReply(body, { agent, signal, onText }))
  })
})
