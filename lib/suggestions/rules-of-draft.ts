import { db } from '@/lib/db'
import type { RuleGiven } from '@/lib/suggestions/ladder-types'

/**
 * The rules that a draft was given, as they were then and with the numbers its marks have; null when there is no such draft
 * of the ticket, or it was made from no rule.
 */
export async function findRulesOfDraft(
  ticketId: string,
  suggestionId: string | null,
): Promise<{ suggestionId: string; rules: RuleGiven[] } | null> {
  if (!suggestionId) return null
  const draft = await db().suggestion.findFirst({
    where: { id: suggestionId, ticketId },
    select: { id: true, rules: { where: { isUsed: true }, orderBy: { position: 'asc' } } },
  })
  if (!draft || draft.rules.length === 0) return null
  return {
    suggestionId: draft.id,
    rules: draft.rules.map(({ position, ruleId, ruleVersion, title, answer, score }) => ({
      position,
      ruleId,
      version: ruleVersion,
      title,
      category: '',
      answer,
      score,
      reachesFloor: true,
    })),
  }
}
