import { db } from '@/lib/db'
import { AppError } from '@/lib/errors'
import type { TicketSuggestion } from '@/lib/tickets/get-ticket'
import type { Prisma } from '@/prisma/generated/client'

const select = {
  id: true,
  status: true,
  rung: true,
  text: true,
  model: true,
  isDemoModel: true,
  promptVersion: true,
  ms: true,
  fallbackCause: true,
  grounding: true,
  language: true,
  question: true,
  queuedAt: true,
  startedAt: true,
  finishedAt: true,
  rules: { orderBy: { position: 'asc' } },
} satisfies Prisma.SuggestionSelect

/**
 * One draft as its ticket shows the current one, whatever has become of it.
 * @throws AppError not_found
 */
export async function getDraft(id: string): Promise<TicketSuggestion> {
  const row = await db().suggestion.findUnique({ where: { id }, select })
  if (!row) throw new AppError('not_found', 'This draft no longer exists.')
  const { rules, ...draft } = row
  return {
    ...draft,
    rules: rules.map(({ ruleId, ruleVersion, title, answer, score, position, isUsed, isCited }) => ({
      id: ruleId,
      version: ruleVersion,
      title,
      answer,
      score,
      position,
      used: isUsed,
      cited: isCited,
    })),
  }
}
