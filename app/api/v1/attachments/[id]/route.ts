import { attachmentResponse } from '@/app/_doors/attachment-response'
import { requireApiKey } from '@/lib/auth/require-api-key'
import { parseId, refuseOthers, route } from '@/lib/http'
import { getAttachment } from '@/lib/messages/get-attachment'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ id: string }> }

/** A file that came with a message; its id stands with the message. */
export const GET = route<Context>(async (request, { params }) => {
  await requireApiKey(request, 'tickets:read')
  return attachmentResponse(await getAttachment(parseId((await params).id)))
})

export const { POST, PUT, PATCH, DELETE, OPTIONS } = refuseOthers('GET')
