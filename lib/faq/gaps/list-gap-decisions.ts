import { db } from '@/lib/db'
import type { Clusterable } from '@/lib/faq/gaps/cluster-questions'
import { listQuestionsOf } from '@/lib/suggestions/list-unanswered-questions'
import type { Prisma } from '@/prisma/generated/client'

const select = {
  id: true,
  suggestionIds: true,
  rule: { select: { id: true, question: true, status: true, updatedAt: true } },
} satisfies Prisma.GapDecisionSelect

/** What was decided about some questions; without a rule: that they are no gap. */
export type GapDecisionItem = Prisma.GapDecisionGetPayload<{ select: typeof select }> & { questions: Clusterable[] }

/** Older ones are about questions that nobody looks at any more. */
const MAX_DECISIONS = 500

/** The decisions in force, the latest first, with the questions they were made on. A rule that was archived decides nothing. */
export async function listGapDecisions(): Promise<GapDecisionItem[]> {
  const decisions = await db().gapDecision.findMany({
    where: { OR: [{ ruleId: null }, { rule: { status: { not: 'archived' } } }] },
    select,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MAX_DECISIONS,
  })
  const questions = await listQuestionsOf(decisions.flatMap(({ suggestionIds }) => suggestionIds))
  const byId = new Map(questions.map((question) => [question.suggestionId, question]))
  return decisions.map((decision) => ({ ...decision, questions: decision.suggestionIds.flatMap((id) => byId.get(id) ?? []) }))
}
