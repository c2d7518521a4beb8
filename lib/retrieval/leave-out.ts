import type { IndexedRule } from '@/lib/retrieval/schema'
import { phrasingsOf } from '@/lib/retrieval/train-classifier'
import { verbatimKey } from '@/lib/retrieval/verbatim-key'
import type { Language } from '@/prisma/generated/enums'

/** In so many rounds every rule is taken out whole once, and in the others one phrasing of it. */
export const FOLDS = 5
/** Enough to judge by; more rules only take longer. */
const MAX_RULES = 1_500

/** The rules of one language that are put to themselves. */
export function someRules(rules: IndexedRule[], language: Language): IndexedRule[] {
  const own = rules.filter((rule) => rule.language === language)
  const step = Math.max(1, Math.ceil(own.length / MAX_RULES))
  return own.filter((_, at) => at % step === 0)
}

/** A phrasing that is asked: `ruleId` is the rule that answers it, null where that one is taken out whole; `own` is it in either case. */
export type Asked = { text: string; ruleId: string | null; own: string }

/** One round: the rules that stay, without what is asked of them, and what is asked. */
export function leaveOut(rules: IndexedRule[], fold: number): { kept: IndexedRule[]; asked: Asked[] } {
  const asked: Asked[] = []
  const kept: IndexedRule[] = []
  for (const [at, rule] of rules.entries()) {
    if (isTakenOut(at, fold)) {
      for (const text of phrasingsOf(rule)) asked.push({ text, ruleId: null, own: rule.id })
      continue
    }
    const gone = writtenOut(rule, fold)
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

/** The written phrasing that is taken out of a rule in this round; none where it has no other. */
export function writtenOut({ question, variants }: IndexedRule, fold: number): string | undefined {
  return variants.length > 0 ? [question, ...variants][fold] : undefined
}

/** The rule without one of its phrasings. */
export function without(rule: IndexedRule, gone: string | undefined): IndexedRule {
  const [question = '', ...variants] = [rule.question, ...rule.variants].filter((text) => text !== gone)
  return { ...rule, question, variants }
}
