import { attachmentResponse } from '@/app/_doors/attachment-response'
import { requireAgentRequest } from '@/lib/auth/require-agent-request'
import { parseId, route } from '@/lib/http'
import { getAttachment } from '@/lib/messages/get-attachment'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ attachmentId: string }> }

/** A file that came with a message, for our own pages. */
export const GET = route<Context>(async (request, { params }) => {
  await requireAgentRequest(request)
  return attachmentResponse(await getAttachment(parseId((await params).attachmentId)))
})
