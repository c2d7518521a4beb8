import { embedQuestions } from '@/lib/retrieval/meaning/embed-questions'
import type { IndexedRule } from '@/lib/retrieval/schema'
import { searchRules } from '@/lib/retrieval/search-rules'
import { findNewRules } from '@/lib/suggestions/find-new-rules'
import type { UnansweredQuestion } from '@/lib/suggestions/list-unanswered-questions'

/** Like questions, the typical one first. */
export type AskedAlike = readonly UnansweredQuestion[]

export type LeftOpen = {
  /** What no rule answers yet, and what was not looked at any more. */
  left: UnansweredQuestion[]
  /** The rule that answers the typical question, where it answers any of them now. */
  answeredBy: Pick<IndexedRule, 'id' | 'question'> | null
  searched: number
}

/** Of a large group so many are searched for apart; the rest go with the typical one. */
const MAX_APART = 20

type Search = { now: Date; timeoutMs: number }

/**
 * Which questions of each group still have no answer: a group is loose, and the rule that answers its typical question need not answer all.
 * A question that had its rules then, and whose draft was rewritten all the same, is answered only by a rule that is new to it.
 */
export async function leaveAnsweredOut(groups: readonly AskedAlike[], { now, timeoutMs }: Search): Promise<LeftOpen[]> {
  const typical = groups.flatMap(([first]) => first ?? [])
  await embedOf(typical, timeoutMs)
  const answers: (IndexedRule | null)[] = []
  for (const question of typical) answers.push(await answerTo(question, now))
  const isNew = await findNewRules(
    groups.flatMap((group, at) => {
      const ruleId = answers[at]?.id
      return ruleId ? group.filter(hadRules).map(({ suggestionId }) => ({ suggestionId, ruleId })) : []
    }),
  )
  const open: LeftOpen[] = []
  for (const [at, group] of groups.entries()) {
    const rule = answers[at]
    open.push(rule ? await leaveOut(group, { rule, isNew, now }) : { left: [...group], answeredBy: null, searched: 1 })
    await new Promise((resolve) => setImmediate(resolve))
  }
  return open
}

type Answer = { rule: IndexedRule; isNew: (suggestionId: string, ruleId: string) => boolean; now: Date }

async function leaveOut(group: AskedAlike, { rule, isNew, now }: Answer): Promise<LeftOpen> {
  const mayBe = (question: UnansweredQuestion) => !hadRules(question) || isNew(question.suggestionId, rule.id)
  const [typical, ...others] = group
  const left = typical && !mayBe(typical) ? [typical] : []
  const forTheRest = left.length === 0 ? rule : null
  let searched = 1
  for (const question of others) {
    const isApart = mayBe(question) && searched < MAX_APART
    if (isApart) searched++
    const found = isApart ? await answerTo(question, now) : forTheRest
    const isAnswered = found !== null && mayBe(question) && (!hadRules(question) || found.id === rule.id)
    if (!isAnswered) left.push(question)
  }
  const answeredBy = left.length < group.length ? { id: rule.id, question: rule.question } : null
  return { left, answeredBy, searched }
}

function hadRules({ cause }: UnansweredQuestion): boolean {
  return cause !== 'no_rule'
}

async function embedOf(questions: readonly UnansweredQuestion[], timeoutMs: number): Promise<void> {
  if (timeoutMs > 0)
    await embedQuestions(
      questions.map(({ question }) => ({ text: question })),
      { timeoutMs },
    )
}

async function answerTo({ question: text, language }: UnansweredQuestion, now: Date): Promise<IndexedRule | null> {
  const { hits } = await searchRules({ text, language, limit: 1, now, withMeaning: 'known' })
  const [best] = hits
  return best?.reachesFloor ? best.rule : null
}
