import { z } from 'zod'
import { requireAgentRequest } from '@/lib/auth/require-agent-request'
import { route } from '@/lib/http'
import { MAX_THESE } from '@/lib/tickets/list-these'
import { readQueueQuery } from '../_queue/queue-query'
import { readQueue } from '../_queue/read-queue'

const placeSchema = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
  again: z
    .string()
    .transform((ids) => ids.split(','))
    .pipe(z.array(z.uuid()).max(MAX_THESE))
    .optional(),
  near: z.string().min(1).max(200).optional(),
  isTolerant: z.literal('1').transform(Boolean).optional(),
})

/**
 * The queue of our own pages. A route and not an action: the browser runs actions one after the other, and a reply must
 * not wait for a list to be read again.
 */
export const GET = route(async (request) => {
  const agent = await requireAgentRequest(request)
  const { searchParams } = new URL(request.url)
  const page = await readQueue(agent, readQueueQuery(searchParams), placeSchema.parse(Object.fromEntries(searchParams)))
  return Response.json(page, { headers: { 'cache-control': 'no-store' } })
})
