import { db } from '@/lib/db'
import { publish } from '@/lib/events'
import type { LadderResult } from '@/lib/suggestions/ladder-types'
import { saveRules, toSuggestionColumns } from '@/lib/suggestions/save-suggestion'
import { lockTicket } from '@/lib/tickets/lock-ticket'

/**
 * Puts a better draft in a fallback's place, as a draft of its own so that both can be looked at later. Only while the
 * fallback is still the current, unsent draft; a browser in which the agent has begun to edit offers it instead.
 */
export async function replaceFallback(
  { ticketId, suggestionId: fallbackId }: { ticketId: string; suggestionId: string },
  result: LadderResult,
): Promise<{ suggestionId: string } | null> {
  return db().$transaction(async (tx) => {
    await lockTicket(tx, ticketId, { mayBeMerged: true })
    const [fallback] = await tx.suggestion.updateManyAndReturn({
      where: { id: fallbackId, isCurrent: true, status: 'ready' },
      data: { isCurrent: null, status: 'superseded' },
      select: { queuedAt: true, startedAt: true },
    })
    if (!fallback) return null
    const columns = toSuggestionColumns(result, new Date())
    const { id: suggestionId } = await tx.suggestion.create({ data: { ...columns, ...fallback, ticketId }, select: { id: true } })
    await saveRules(tx, suggestionId, result)
    await publish(tx, { kind: 'suggestion', ticketId, suggestionId, status: 'ready', rung: result.rung })
    return { suggestionId }
  })
}
