import { requireApiKey } from '@/lib/auth/require-api-key'
import { env } from '@/lib/env'
import { parseId, route } from '@/lib/http'
import { waitForSuggestion } from '@/lib/suggestions/wait-for-suggestion'
import { draftAgain } from '@/lib/tickets/draft-again'
import { getTicket } from '@/lib/tickets/get-ticket'

type Context = { params: Promise<{ id: string }> }

/** The draft's own time budget, and a little for the queue before it. */
const QUEUE_MS = 2_000

/** Drafts again and answers with the draft; with 202 and what there is, when it takes longer than it may. */
export const POST = route<Context>(async (request, { params }) => {
  await requireApiKey(request, 'tickets:write')
  const ticketId = parseId((await params).id)
  const { suggestionId } = await draftAgain(ticketId)
  const status = await waitForSuggestion(suggestionId, env().SUGGESTION_TIMEOUT_MS + QUEUE_MS)
  const { suggestion } = await getTicket(ticketId)
  return Response.json(suggestion, { status: status === 'pending' || status === 'running' ? 202 : 200 })
})
