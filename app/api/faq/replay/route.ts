import { requireAdminRequest } from '@/lib/auth/require-admin-request'
import { eventStream } from '@/lib/event-stream'
import { changeSchema } from '@/lib/faq/check/index-with-change'
import { replayChange } from '@/lib/faq/check/replay-change'
import { parseJson, route } from '@/lib/http'

export const dynamic = 'force-dynamic'

/** What a change of a rule would do to the latest tickets, for our own pages: `progress` ({done, total}) and at the end `replay`. */
export const POST = route(async (request) => {
  await requireAdminRequest(request)
  const change = await parseJson(request, changeSchema)
  return eventStream(request, async (send, signal) => {
    send('replay', await replayChange(change, { signal, onProgress: (done, total) => send('progress', { done, total }) }))
  })
})
