import { z } from 'zod'
import { requireAgentRequest } from '@/lib/auth/require-agent-request'
import { parseId, parseQuery, route } from '@/lib/http'
import { listMergeTargets } from '@/lib/tickets/list-merge-targets'
import type { TicketStatus } from '@/prisma/generated/enums'

type Context = { params: Promise<{ ticketId: string }> }

export type MergeTargetItem = {
  id: string
  number: number
  subject: string
  language: 'zh' | 'en'
  status: TicketStatus
  who: string | null
  isSameContact: boolean
}

const querySchema = z.object({ q: z.string().max(200).default('') })

/** What a ticket may be merged into, for our own pages. */
export const GET = route<Context>(async (request, { params }) => {
  await requireAgentRequest(request)
  const { q } = parseQuery(request, querySchema)
  const targets = await listMergeTargets(parseId((await params).ticketId), q)
  const items: MergeTargetItem[] = targets.map(({ id, number, subject, language, status, contact, isSameContact }) => ({
    id,
    number,
    subject,
    language,
    status,
    who: contact.name ?? contact.email,
    isSameContact,
  }))
  return Response.json(items, { headers: { 'cache-control': 'no-store' } })
})
