'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { type Attempt, attempt } from '@/app/_doors/attempt'
import { requireAgent } from '@/lib/auth/require-agent'
import { mergeTicket } from '@/lib/tickets/merge-ticket'
import { unmergeTicket } from '@/lib/tickets/unmerge-ticket'

const mergeSchema = z.object({ sourceId: z.uuid(), targetId: z.uuid() })

export async function mergeAction(input: z.input<typeof mergeSchema>): Promise<Attempt<void>> {
  const by = await requireAgent()
  return attempt('ticket.merge', async () => {
    await mergeTicket({ ...mergeSchema.parse(input), by })
    refresh()
  })
}

export async function unmergeAction(ticketId: string): Promise<Attempt<void>> {
  const by = await requireAgent()
  return attempt('ticket.unmerge', async () => {
    await unmergeTicket(z.uuid().parse(ticketId), by)
    refresh()
  })
}
