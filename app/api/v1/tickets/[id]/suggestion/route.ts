import { requireApiKey } from '@/lib/auth/require-api-key'
import { eventStream, type Send, wantsEventStream } from '@/lib/event-stream'
import { subscribe } from '@/lib/events'
import { parseId, refuseOthers, route } from '@/lib/http'
import { suggestionTimeoutMs } from '@/lib/suggestions/suggestion-timeout'
import { waitForSuggestion } from '@/lib/suggestions/wait-for-suggestion'
import { draftAgain } from '@/lib/tickets/draft-again'
import { getTicket } from '@/lib/tickets/get-ticket'

type Context = { params: Promise<{ id: string }> }

/** The draft's own time budget, and a little for the queue before it. */
const QUEUE_MS = 2_000

/**
 * Drafts again and answers with the draft; with 202 and what there is, when it takes longer than it may. With
 * `Accept: text/event-stream` the text comes as it is written (`draft`, whole each time) and the draft last (`suggestion`).
 */
export const POST = route<Context>(async (request, { params }) => {
  await requireApiKey(request, 'tickets:write')
  const ticketId = parseId((await params).id)
  // Refuses before a stream has begun: a status cannot be taken back.
  await getTicket(ticketId)
  if (wantsEventStream(request)) return eventStream(request, (send) => streamDraft(ticketId, send))
  const { status, suggestion } = await draft(ticketId)
  return Response.json(suggestion, { status: status === 'pending' || status === 'running' ? 202 : 200 })
})

async function draft(ticketId: string) {
  const { suggestionId } = await draftAgain(ticketId)
  const status = await waitForSuggestion(suggestionId, (await suggestionTimeoutMs()) + QUEUE_MS)
  const { suggestion } = await getTicket(ticketId)
  return { status, suggestion }
}

async function streamDraft(ticketId: string, send: Send): Promise<void> {
  const unsubscribe = subscribe((event) => {
    if (event.kind === 'draft' && event.ticketId === ticketId) send('draft', { text: event.text })
  })
  try {
    send('suggestion', (await draft(ticketId)).suggestion)
  } finally {
    unsubscribe()
  }
}

export const { GET, PUT, PATCH, DELETE, OPTIONS } = refuseOthers('POST')
