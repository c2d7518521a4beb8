import {
  areValidTogether,
  type ComparedRule,
  compareAnswers,
  compareQuestions,
  type Difference,
  type Likeness,
} from '@/lib/faq/compare-rules'
import type { IndexedRule } from '@/lib/retrieval/schema'
import type { Language } from '@/prisma/generated/enums'

export type RuleConflict = Likeness & {
  ruleId: string
  question: string
  /** `contradiction`: a like question, another answer; `same`: asked in the same words; `near`: almost so. */
  kind: 'contradiction' | 'same' | 'near'
  /** What the answers say differently; at most three. */
  differences: Difference[]
}

// Over the sample shop's 112 rules, which are all meant to be there, 0.6 shows two pairs and 0.66 none.
const LIKE = 0.66
// There, 0.65 takes two English pairs for one ("How long does an exchange take?", "… a repair take?") and no Chinese one.
const NEAR: Record<Language, number> = { zh: 0.65, en: 0.75 }
const MAX_DIFFERENCES = 3
const RANK = { contradiction: 0, same: 1, near: 2 }

/**
 * The rules that a rule would compete with or contradict, worst first: other answers to like questions, then repetitions. Only rules of
 * its own language that are in force together with it.
 */
export function findConflicts(rule: ComparedRule & { id?: string }, others: readonly IndexedRule[]): RuleConflict[] {
  return others
    .filter((other) => other.id !== rule.id && other.language === rule.language && areValidTogether(rule, other))
    .flatMap((other) => compare(rule, other) ?? [])
    .sort((one, other) => RANK[one.kind] - RANK[other.kind] || other.likeness - one.likeness || (one.ruleId < other.ruleId ? -1 : 1))
}

function compare(rule: ComparedRule, other: IndexedRule): RuleConflict | null {
  const alike = compareQuestions(rule, other)
  if (alike.likeness < LIKE) return null
  const areTwins = alike.likeness >= NEAR[rule.language]
  const differences = compareAnswers(rule.answer, other.answer, { areTwins })
  if (differences.length === 0 && !areTwins) return null
  const kind = differences.length > 0 ? 'contradiction' : alike.likeness === 1 ? 'same' : 'near'
  return { ...alike, ruleId: other.id, question: other.question, kind, differences: differences.slice(0, MAX_DIFFERENCES) }
}
