'use server'

import { z } from 'zod'
import { requireAgent } from '@/lib/auth/require-agent'
import { markRead } from '@/lib/notifications/mark-read'

const whichSchema = z.union([z.literal('all'), z.object({ id: z.uuid() })])

/** Marks one of the person's own notifications read, or all. */
export async function markReadAction(which: z.input<typeof whichSchema>): Promise<void> {
  const agent = await requireAgent()
  await markRead(agent, whichSchema.parse(which))
}
