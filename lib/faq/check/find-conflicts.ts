import { compareAnswers, type Difference } from '@/lib/faq/check/compare-answers'
import { compareQuestions, type Likeness } from '@/lib/faq/check/compare-questions'
import { normaliseText } from '@/lib/retrieval/normalise-text'
import type { IndexedRule } from '@/lib/retrieval/schema'
import type { Language } from '@/prisma/generated/enums'

/** What of a rule is compared. */
export type ComparedRule = Pick<IndexedRule, 'question' | 'variants' | 'answer' | 'language' | 'entity' | 'validFrom' | 'validUntil'>

export type RuleConflict = Likeness & {
  ruleId: string
  question: string
  /** `contradiction`: a like question, another answer; `same`: asked in the same words; `near`: almost so. */
  kind: 'contradiction' | 'same' | 'near'
  /** What the answers say differently; at most three. */
  differences: Difference[]
}

const LIKE = 0.6
const NEAR: Record<Language, number> = { zh: 0.8, en: 0.75 }
const MAX_DIFFERENCES = 3
const RANK = { contradiction: 0, same: 1, near: 2 }

/**
 * The rules that a rule would compete with or contradict, worst first: other answers to like questions, then repetitions. Only rules of
 * its own language that are in force together with it, and that may be about the same thing.
 */
export function findConflicts(rule: ComparedRule & { id?: string }, others: readonly IndexedRule[]): RuleConflict[] {
  return others
    .filter(
      (other) => other.id !== rule.id && other.language === rule.language && mayMeanTheSame(rule, other) && areValidTogether(rule, other),
    )
    .flatMap((other) => compare(rule, other) ?? [])
    .sort((one, other) => RANK[one.kind] - RANK[other.kind] || other.likeness - one.likeness || (one.ruleId < other.ruleId ? -1 : 1))
}

function compare(rule: ComparedRule, other: IndexedRule): RuleConflict | null {
  const alike = compareQuestions(rule, other)
  if (alike.likeness < LIKE) return null
  const differences = compareAnswers(rule.answer, other.answer, alike.asked)
  if (differences.length === 0 && alike.likeness < NEAR[rule.language]) return null
  const kind = differences.length > 0 ? 'contradiction' : alike.likeness === 1 ? 'same' : 'near'
  return { ...alike, ruleId: other.id, question: other.question, kind, differences: differences.slice(0, MAX_DIFFERENCES) }
}

/** What two hotels say of breakfast is no contradiction; a rule about all of them may contradict either. */
function mayMeanTheSame(one: ComparedRule, other: ComparedRule): boolean {
  const [mine, theirs] = [one, other].map(({ entity }) => normaliseText(entity ?? '') || (entity ?? '').trim())
  return !mine || !theirs || mine === theirs
}

/** Whether there is a moment at which both rules answer. */
function areValidTogether(one: ComparedRule, other: ComparedRule): boolean {
  const ends = (rule: ComparedRule) => rule.validUntil?.getTime() ?? Number.POSITIVE_INFINITY
  const begins = (rule: ComparedRule) => rule.validFrom?.getTime() ?? Number.NEGATIVE_INFINITY
  return begins(one) < ends(other) && begins(other) < ends(one)
}
