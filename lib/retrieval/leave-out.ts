import type { IndexedRule } from '@/lib/retrieval/schema'
import { MIN_PHRASINGS, phrasingsOf } from '@/lib/retrieval/train-classifier'
import { verbatimKey } from '@/lib/retrieval/verbatim-key'
import type { Language } from '@/prisma/generated/enums'

/** In so many rounds every rule is taken out whole once, and in the others one phrasing of it. */
export const FOLDS = 5
/** Enough to judge by, of one language; more rules only take longer. */
export const MAX_RULES = 1_500
/** With a classifier to train in every round, which takes a minute in all for so many phrasings; with more there are fewer rounds. */
const TRAINED_PHRASINGS = 5_000

/** The rules of one language that are put to themselves: all, or as many as may be, spread evenly. */
export function someRules(rules: IndexedRule[], language: Language): IndexedRule[] {
  const own = rules.filter((rule) => rule.language === language)
  const step = Math.max(1, own.length / MAX_RULES)
  return own.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step))
}

/** How many of the rounds there are for these rules, and whether each has a classifier to train, for it adds to the scores of those it knows. */
export function roundsFor(rules: IndexedRule[]): { rounds: number; isTrained: boolean } {
  const isTrained = rules.filter((rule) => phrasingsOf(rule).length >= MIN_PHRASINGS).length >= 2
  const phrasings = rules.reduce((sum, rule) => sum + phrasingsOf(rule).length, 0)
  return { isTrained, rounds: isTrained ? Math.max(1, Math.min(FOLDS, Math.floor((FOLDS * TRAINED_PHRASINGS) / phrasings))) : FOLDS }
}

/** A phrasing that is asked: `ruleId` is the rule that answers it, null where that one is taken out whole; `own` is it in either case. */
export type Asked = { text: string; ruleId: string | null; own: string }

/** One round of so many: the rules that stay, without what is asked of them, and what is asked. */
export function leaveOut(rules: IndexedRule[], fold: number, rounds: number): { kept: IndexedRule[]; asked: Asked[] } {
  const asked: Asked[] = []
  const kept: IndexedRule[] = []
  for (const [at, rule] of rules.entries()) {
    if (isTakenOut(at, fold)) {
      for (const text of phrasingsOf(rule)) asked.push({ text, ruleId: null, own: rule.id })
      continue
    }
    const gone = writtenOut(rule, { at, fold, rounds })
    const goneLearned = (rule.learned ?? []).filter((_, nth) => nth % FOLDS === fold)
    for (const text of [...(gone === undefined ? [] : [gone]), ...goneLearned]) asked.push({ text, ruleId: rule.id, own: rule.id })
    const goneKeys = new Set([gone ?? '', ...goneLearned].map(verbatimKey))
    // The same words may have been learnt several times.
    const learned = (rule.learned ?? []).filter((text) => !goneKeys.has(verbatimKey(text)))
    // Its validity is no matter here.
    kept.push({ ...without(rule, gone), learned, validFrom: null, validUntil: null })
  }
  return { kept, asked }
}

/** Whether the rule at this place is taken out whole in this round. */
export function isTakenOut(at: number, fold: number): boolean {
  return at % FOLDS === fold
}

/**
 * The written phrasing that is taken out of the rule at this place in this round; none where it has no other, or each has had its turn. A rule has
 * as many turns as there are rounds: where it has more phrasings, the next rules go on where these stop, so that the question, the first variants
 * and the last ones count alike.
 */
export function writtenOut(
  { question, variants }: IndexedRule,
  { at, fold, rounds }: { at: number; fold: number; rounds: number },
): string | undefined {
  const written = [question, ...variants]
  if (written.length < 2) return undefined
  return written.length <= rounds ? written[fold] : written[(fold + rounds * Math.floor(at / FOLDS)) % written.length]
}

/** The rule without one of its phrasings. */
export function without(rule: IndexedRule, gone: string | undefined): IndexedRule {
  const [question = '', ...variants] = [rule.question, ...rule.variants].filter((text) => text !== gone)
  return { ...rule, question, variants }
}
