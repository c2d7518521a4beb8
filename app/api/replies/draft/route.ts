import { toSavedReply } from '@/app/(desk)/tickets/[ticketId]/to-draft'
import { requireAgentRequest } from '@/lib/auth/require-agent-request'
import { parseId, parseJson, route } from '@/lib/http'
import { findReplyDraft } from '@/lib/messages/find-reply-draft'
import { replyDraftSchema, saveReplyDraft } from '@/lib/messages/save-reply-draft'

export const dynamic = 'force-dynamic'

/** 20,000 characters of text, each escaped. */
const MAX_BYTES = 200_000

/** What the person has begun to write under `?ticketId=`; null when there is nothing. For our own pages. */
export const GET = route(async (request) => {
  const agent = await requireAgentRequest(request)
  const ticketId = parseId(new URL(request.url).searchParams.get('ticketId') ?? '')
  const draft = await findReplyDraft(agent, ticketId)
  return Response.json(draft && toSavedReply(draft))
})

/** Keeps it, while it is typed. */
export const PUT = route(async (request) => {
  const agent = await requireAgentRequest(request)
  return Response.json(await saveReplyDraft(agent, await parseJson(request, replyDraftSchema, MAX_BYTES)))
})
