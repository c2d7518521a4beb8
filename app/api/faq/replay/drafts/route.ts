import { z } from 'zod'
import { requireAdminRequest } from '@/lib/auth/require-admin-request'
import { eventStream } from '@/lib/event-stream'
import { changeSchema } from '@/lib/faq/check/index-with-change'
import { MAX_REDRAFTS, redraftChange } from '@/lib/faq/check/redraft-change'
import { parseJson, route } from '@/lib/http'

export const dynamic = 'force-dynamic'

const bodySchema = changeSchema.extend({ ticketIds: z.array(z.uuid()).min(1).max(MAX_REDRAFTS) })

/** The drafts that these tickets would get with the change, for our own pages: `progress` ({done, total}) and a `draft` each. */
export const POST = route(async (request) => {
  await requireAdminRequest(request)
  const { ticketIds, ...change } = await parseJson(request, bodySchema)
  return eventStream(request, (send, signal) =>
    redraftChange(change, ticketIds, {
      signal,
      onProgress: (done, total) => send('progress', { done, total }),
      onDraft: (draft) => send('draft', draft),
    }),
  )
})
