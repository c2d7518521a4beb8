import { requireAdminRequest } from '@/lib/auth/require-admin-request'
import { eventStream } from '@/lib/event-stream'
import { parseJson, route } from '@/lib/http'
import { previewPrompt, previewSchema } from '@/lib/suggestions/preview-prompt'
import { toFoundShape, toTryShape } from '@/lib/suggestions/try-shape'

export const dynamic = 'force-dynamic'

/** Drafts with a prompt that is not saved, for our own pages: `found`, `draft` (the text so far), `result`. Nothing is stored. */
export const POST = route(async (request) => {
  await requireAdminRequest(request)
  const body = await parseJson(request, previewSchema)
  return eventStream(request, async (send, signal) => {
    const result = await previewPrompt({
      ...body,
      signal,
      onPrepared: (prepared) => send('found', toFoundShape(prepared)),
      onText: (text) => send('draft', { text }),
    })
    send('result', toTryShape(result))
  })
})
