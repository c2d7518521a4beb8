import { readHanConcepts, readWordConcepts } from '@/lib/retrieval/read-concepts'
import type { IndexedRuleText } from '@/lib/suggestions/grounding/find-support'
import { readConditions } from '@/lib/suggestions/grounding/read-conditions'
import { readStates } from '@/lib/suggestions/grounding/read-states'
import { coveredShare, textTerms } from '@/lib/suggestions/grounding/text-terms'

/** A condition with less than this of its terms in any one place is another rule's, or nobody's. */
const MIN_CONDITION_SHARE = 0.33
/** In every second condition; to share one of these makes none of them known. */
const SAYS_LITTLE = new Set(['≈order', '≈product', '≈buy', '≈deliver', '≈receive'])
/** Sentences of a rule that have nearly as much of the draft's as the best one may be what it was made from. */
const NEAR_BEST = 0.15

/**
 * A condition that stands before the right words but not before them in the rule: the customer is told that something holds
 * for an order that has not shipped, and the rule says so of one that has; or the condition is that of another rule.
 * @param known the terms of the ticket: the customer's own situation may be said back as a condition
 * @returns the words at fault, or null
 */
export function findWrongCondition(
  sentence: string,
  { rules, known }: { rules: readonly IndexedRuleText[]; known: ReadonlySet<string> },
): string | null {
  return findTurnedState(sentence, rules) ?? findForeignCondition(sentence, rules, known)
}

function findTurnedState(sentence: string, rules: readonly IndexedRuleText[]): string | null {
  const states = readStates(sentence)
  if (states.length === 0) return null
  const terms = textTerms(sentence)
  const ruled = rules.flatMap((rule) => rule.sentences).map((ruled) => ({ ...ruled, share: coveredShare(terms, ruled.terms) }))
  const best = Math.max(0, ...ruled.map(({ share }) => share))
  const nearest = ruled.filter(({ share }) => share >= best - NEAR_BEST).flatMap(({ text }) => readStates(text))
  const turned = states.find(({ what, hasHappened }) => {
    const same = nearest.filter((other) => other.what === what)
    return same.length > 0 && same.every((other) => other.hasHappened !== hasHappened)
  })
  return turned?.text ?? null
}

function findForeignCondition(sentence: string, rules: readonly IndexedRuleText[], known: ReadonlySet<string>): string | null {
  const foreign = readConditions(sentence).find(({ terms }) => {
    const places = rules.flatMap((rule) => rule.sentences.map((ruled) => new Set([...ruled.terms, ...rule.titleTerms, ...known])))
    const meant = conceptsOf(terms).filter((concept) => !SAYS_LITTLE.has(concept))
    return places.every((place) => coveredShare(terms, place) < MIN_CONDITION_SHARE && !sharesAny(meant, conceptsOf(place)))
  })
  return foreign?.text ?? null
}

function sharesAny(some: readonly string[], others: readonly string[]): boolean {
  return some.some((one) => others.includes(one))
}

/** What the terms mean, so that "broken" is known where the rule has "faulty". */
function conceptsOf(terms: ReadonlySet<string>): string[] {
  const concepts: string[] = []
  for (const term of terms) {
    if (/^\p{Script=Han}/u.test(term)) readHanConcepts(term, concepts)
    else concepts.push(...readWordConcepts(term))
  }
  return concepts
}
