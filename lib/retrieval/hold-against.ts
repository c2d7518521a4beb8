import { isCommonWord } from '@/lib/retrieval/common-words'
import { clean } from '@/lib/retrieval/read-question'
import { readTerms } from '@/lib/retrieval/read-terms'
import type { RuleHit } from '@/lib/retrieval/schema'

/** What one agent's word takes from the score of a rule that is asked just what it was wrong for. Assumed, and bounded below: one slip costs a place, not the rule. */
const ONE_SAYS = 0.3
/** However many say so, half of the score stays. */
const ALL_SAY = 0.5
/**
 * Where two questions begin to be alike, and where they are the same. Measured over the sample shop's questions and variants: of pairs from
 * two rules, 99 in 100 are below 0.26 in Chinese and 0.39 in English; of pairs from one rule, one in ten is above 0.37 and 0.52. So it reaches
 * what is asked in nearly the same words, and hardly anything else.
 */
const ALIKE = 0.35
const SAME = 0.75
const COMMON_WORD = 0.15

/** How much two questions have in common, 0 to 1: the cosine of their words and concepts, each counted once. */
export function likeness(one: string, other: string): number {
  const [a, b] = [weightsOf(one), weightsOf(other)]
  let shared = 0
  for (const [term, weight] of a) shared += weight * (b.get(term) ?? 0)
  const size = (terms: Map<string, number>) => Math.hypot(...terms.values())
  return shared === 0 ? 0 : Math.min(1, shared / (size(a) * size(b)))
}

function rise(likeness: number): number {
  return Math.min(1, Math.max(0, (likeness - ALIKE) / (SAME - ALIKE)))
}

function weightsOf(text: string): Map<string, number> {
  const { words, concepts } = readTerms(clean(text))
  return new Map([...words, ...concepts].map((term) => [term, isCommonWord(term) ? COMMON_WORD : 1]))
}

/**
 * Lowers the rules that agents called wrong for questions like this one, and puts the hits in order again. A rule that is asked word for word
 * keeps its place: what an admin wrote weighs more.
 * @param hits best first
 */
export function holdAgainst<Hit extends RuleHit>(hits: Hit[], text: string): Hit[] {
  if (!hits.some(({ rule }) => rule.wrongFor?.length)) return hits
  return hits
    .map((hit) => {
      const { wrongFor = [] } = hit.rule
      if (hit.isVerbatim || wrongFor.length === 0) return hit
      const said = wrongFor.reduce((sum, wrong) => sum + ONE_SAYS * rise(likeness(text, wrong)), 0)
      const score = hit.score * (1 - Math.min(ALL_SAY, said))
      return { ...hit, score, parts: { ...hit.parts, feedback: score - hit.score } }
    })
    .sort((one, other) => other.score - one.score)
}
