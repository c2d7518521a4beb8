import { indexWithChange, type RuleChangeTried } from '@/lib/faq/index-with-change'
import type { ReplayOptions } from '@/lib/faq/replay-change'
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
 * Drafts the last questions of these tickets once more, one after the other, from the rules as they would be. Nothing is stored, not
 * even in the answer cache; drafts that agents wait for go before these.
 * @param ticketIds at most MAX_REDRAFTS; those that no longer exist are left out
 */
export async function redraftChange(change: RuleChangeTried, ticketIds: string[], options: RedraftOptions): Promise<void> {
  const { onDraft, onProgress, signal } = options
  const [{ after }, asked] = await Promise.all([indexWithChange(change), listAsked({ limit: MAX_REDRAFTS, ids: ticketIds })])
  const inOrder = ticketIds.flatMap((id) => asked.find(({ ticketId }) => ticketId === id) ?? [])
  for (const [done, { ticketId, question, language, sent }] of inOrder.entries()) {
    onProgress?.(done, inOrder.length)
    const { plainText, rung, ms } = toSuggestShape(await suggest({ question, language, index: after, priority: 'background', signal }))
    onDraft({ ticketId, sent, plainText, rung, ms })
  }
  onProgress?.(inOrder.length, inOrder.length)
}
