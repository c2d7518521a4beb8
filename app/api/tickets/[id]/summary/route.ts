import { requireAgentRequest } from '@/lib/auth/require-agent-request'
import { eventStream } from '@/lib/event-stream'
import { parseId, parseJson, route } from '@/lib/http'
import { summariseThread, summarySchema } from '@/lib/suggestions/summarise-thread'

export const dynamic = 'force-dynamic'

type SummaryContext = { params: Promise<{ id: string }> }

/** Says what a thread comes to, for our own pages: `draft` (the text so far), `result`. */
export const POST = route<SummaryContext>(async (request, { params }) => {
  await requireAgentRequest(request)
  const ticketId = parseId((await params).id)
  const body = await parseJson(request, summarySchema)
  return eventStream(request, async (send, signal) => {
    send('result', await summariseThread({ ...body, ticketId, signal, onText: (text) => send('draft', { text }) }))
  })
})
