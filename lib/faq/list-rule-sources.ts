import { db } from '@/lib/db'
import { collectSentences, type SentSentence } from '@/lib/faq/collect-sentences'
import { repliesOf } from '@/lib/faq/gaps/write-gap-rule'
import { listQuestionsOf } from '@/lib/suggestions/list-unanswered-questions'

/** The sentences agents sent from which this rule was begun, with their tickets; empty for a rule that was not begun from a gap. */
export async function listRuleSources(ruleId: string): Promise<SentSentence[]> {
  const decisions = await db().gapDecision.findMany({ where: { ruleId }, select: { suggestionIds: true } })
  return collectSentences(repliesOf(await listQuestionsOf(decisions.flatMap(({ suggestionIds }) => suggestionIds))))
}
