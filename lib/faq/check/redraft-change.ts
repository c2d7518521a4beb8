import { indexWithChange, type RuleChangeTried } from '@/lib/faq/check/index-with-change'
import type { ReplayOptions } from '@/lib/faq/check/replay-change'
import { suggest } from '@/lib/suggestions/suggest'
import { toSuggestShape } from '@/lib/suggestions/suggest-shape'
import { type AskedTicket, listAsked } from '@/lib/tickets/list-asked'
import type { Rung } from '@/prisma/generated/enums'

/** A draft as it would be with the change. */
export type Redraft = Pick<AskedTicket, 'ticketId' | 'sent'> & { plainText: string; rung: Rung; ms: number }

/** A model takes seconds for each. */
export const MAX_REDRAFTS = 20

export type RedraftOptions = ReplayOptions & { onDraft: (draft: Redraft) => void }

/**
 * Drafts these tickets once more as they stood when they were last drafted for, one after the other, from the rules as they would be. Nothing is stored, not
 * even in the answer cache; drafts that agents wait for go before these.
 * @param ticketIds at most MAX_REDRAFTS; those that no longer exist are left out
 */
export async function redraftChange(change: RuleChangeTried, ticketIds: string[], options: RedraftOptions): Promise<void> {
  const { onDraft, onProgress, signal } = options
  const [{ after, now }, asked] = await Promise.all([indexWithChange(change), listAsked({ limit: MAX_REDRAFTS, ids: ticketIds })])
  const inOrder = ticketIds.flatMap((id) => asked.find(({ ticketId }) => ticketId === id) ?? [])
  for (const [done, { ticketId, sent, ...asked }] of inOrder.entries()) {
    onProgress?.(done, inOrder.length)
    const { plainText, rung, ms } = toSuggestShape(
      await suggest({ ...conversationOf(asked), index: after, now, priority: 'background', signal }),
    )
    onDraft({ ticketId, sent, plainText, rung, ms })
  }
  onProgress?.(inOrder.length, inOrder.length)
}

/** The customer's words since our last reply, and all that was said up to it. */
function conversationOf({ question, language, subject, messages }: Pick<AskedTicket, 'question' | 'language' | 'subject' | 'messages'>) {
  const lastReply = messages.findLastIndex(({ direction }) => direction === 'outgoing')
  const turns = messages
    .slice(0, lastReply + 1)
    .map(({ direction, text }) => ({ from: direction === 'outgoing' ? 'agent' : 'customer', text }) as const)
  const words = messages.slice(lastReply + 1).map(({ text }) => text)
  return { question: words.join('\n') || question, turns, subject, language }
}
