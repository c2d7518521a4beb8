import type { Agent } from '@/lib/auth/schema'
import { db, type Tx } from '@/lib/db'
import { AppError } from '@/lib/errors'
import { publish } from '@/lib/events'
import { markRulesChanged } from '@/lib/retrieval/rule-store'
import { verbatimKey } from '@/lib/retrieval/verbatim-key'

type Place = { suggestionId: string; ruleId: string }

/**
 * An agent says that a rule which was found for a draft does not answer its question. From now on the rule is found less readily for questions
 * like it, in every process; until it is withdrawn, or an admin takes it out. Said twice it counts once.
 * @throws AppError not_found when the draft is gone or the rule was not found for it
 */
export async function reportWrongRule(agent: Pick<Agent, 'id'>, { suggestionId, ruleId }: Place): Promise<void> {
  await db().$transaction(async (tx) => {
    const found = await tx.suggestionRule.findFirst({
      where: { suggestionId, ruleId },
      select: { suggestion: { select: { question: true, ticketId: true } } },
    })
    if (!found) throw new AppError('not_found', 'This rule was not found for this draft.')
    const { question, ticketId } = found.suggestion
    const key = verbatimKey(question)
    // What an admin has taken out for this question is kept, and counts no more.
    const isRemoved = (await tx.wrongRule.count({ where: { ruleId, key, isRemoved: true } })) > 0
    await tx.wrongRule.createMany({
      data: { ruleId, suggestionId, agentId: agent.id, text: question, key, isRemoved },
      skipDuplicates: true,
    })
    await tell(tx, ticketId)
  })
  markRulesChanged()
}

/**
 * Takes it back, by whichever agent: it is the team's word, not one person's.
 * @throws AppError not_found when nobody said it
 */
export async function withdrawWrongRule({ suggestionId, ruleId }: Place): Promise<void> {
  await db().$transaction(async (tx) => {
    const said = await tx.wrongRule.findUnique({
      where: { suggestionId_ruleId: { suggestionId, ruleId } },
      select: { id: true, suggestion: { select: { ticketId: true } } },
    })
    if (!said) throw new AppError('not_found', 'Nobody called this rule wrong here.')
    await tx.wrongRule.delete({ where: { id: said.id }, select: { id: true } })
    await tell(tx, said.suggestion?.ticketId)
  })
  markRulesChanged()
}

async function tell(tx: Tx, ticketId?: string): Promise<void> {
  await publish(tx, { kind: 'rules' })
  if (ticketId) await publish(tx, { kind: 'ticket', ticketId })
}
