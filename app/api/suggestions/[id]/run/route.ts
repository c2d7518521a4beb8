import { requireAgentRequest } from '@/lib/auth/require-agent-request'
import { eventStream } from '@/lib/event-stream'
import { parseId, parseJson, route } from '@/lib/http'
import { runAgain, runAgainSchema } from '@/lib/suggestions/run-again'

export const dynamic = 'force-dynamic'

type RunContext = { params: Promise<{ id: string }> }

/** Lets the model write a stored draft once more, for our own pages: `draft` (the text so far), `result`. Nothing of it is kept. */
export const POST = route<RunContext>(async (request, { params }) => {
  const agent = await requireAgentRequest(request)
  const suggestionId = parseId((await params).id)
  const { how } = await parseJson(request, runAgainSchema)
  return eventStream(request, async (send, signal) => {
    send('result', await runAgain(agent, { suggestionId, how, signal, onText: (text) => send('draft', { text }) }))
  })
})
