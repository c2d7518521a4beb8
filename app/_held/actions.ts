'use server'

import { z } from 'zod'
import { requireAgent } from '@/lib/auth/require-agent'
import { undoReply } from '@/lib/messages/undo-reply'
import { type Attempt, attempt } from '../_doors/attempt'

/** Takes a reply back that has not left; answers with its ticket. */
export async function undoReplyAction(messageId: string): Promise<Attempt<{ ticketId: string }>> {
  const agent = await requireAgent()
  return attempt('reply.undo', () => undoReply(agent, z.uuid().parse(messageId)))
}
