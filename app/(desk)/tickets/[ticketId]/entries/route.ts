import { z } from 'zod'
import { requireAgentRequest } from '@/lib/auth/require-agent-request'
import { parseId, parseQuery, route } from '@/lib/http'
import { listThread } from '@/lib/messages/list-thread'
import { toThreadPage } from '../thread-entry'

type Context = { params: Promise<{ ticketId: string }> }

const querySchema = z.object({ before: z.string().max(200) })

/** An earlier part of a thread, for our own pages. */
export const GET = route<Context>(async (request, { params }) => {
  await requireAgentRequest(request)
  const { before } = parseQuery(request, querySchema)
  const page = toThreadPage(await listThread(parseId((await params).ticketId), before))
  return Response.json(page, { headers: { 'cache-control': 'no-store' } })
})
