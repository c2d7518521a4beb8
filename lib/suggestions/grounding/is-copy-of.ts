import { withoutCourtesy } from '@/lib/suggestions/grounding/classify-sentence'
import { stripCitations } from '@/lib/suggestions/grounding/read-citations'
import { type Clause, readClauses } from '@/lib/suggestions/grounding/read-clauses'
import { coveredShare } from '@/lib/suggestions/grounding/text-terms'

/** A clause that is a copy has all its terms from one clause of its rule; a lost letter or a changed subject costs one in seven. */
const MIN_COPIED = 0.85
/** A list may lose an entry, a sentence an aside. */
const MAX_SKIPPED = 2

/** Whether a sentence's clauses, but for its courtesy and marks, are clauses of this answer, in its order and with little between them. */
export function isCopyOf(sentence: string, answer: string): boolean {
  const drafted = readClauses(withoutCourtesy(stripCitations(sentence))).filter(({ terms }) => terms.size > 0)
  return isStretchOf(readClauses(answer), drafted)
}

function isStretchOf(ruled: readonly Clause[], drafted: readonly Clause[]): boolean {
  const places = drafted.map(({ terms }) => ruled.flatMap((rule, at) => (coveredShare(terms, rule.terms) >= MIN_COPIED ? [at] : [])))
  // Where in the rule the draft may have come to, clause by clause.
  const ends = places.reduce(
    (before, here, i) => (i === 0 ? here : here.filter((at) => before.some((end) => at >= end && at - end <= MAX_SKIPPED + 1))),
    [] as number[],
  )
  return drafted.length === 0 || ends.length > 0
}
