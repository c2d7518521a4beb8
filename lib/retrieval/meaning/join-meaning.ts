import type { RuleHit, ScoreParts } from '@/lib/retrieval/schema'
import type { Similarities } from '@/lib/retrieval/similar-rules'

/**
 * What the meaning says beside the words. The two are summed, each brought to a common scale, rather than their ranks: Bruch, Gai and Ingber,
 * An Analysis of Fusion Functions for Hybrid Retrieval (ACM TOIS 42, 2023, arXiv 2210.11934). The share itself is an assumption: to measure it
 * takes a real embedding model. It is large because cosines of one knowledge base differ by little, and scores of words by much.
 */
const MEANING_SHARE = 0.8
const NO_PARTS: ScoreParts = { words: 0, grams: 0, concepts: 0, answer: 0, classifier: 0, entity: 0, match: 0 }

/**
 * Joins what the words found with what is near in meaning, for a model that nobody could calibrate: the rules have too few phrasings, or the
 * calibration is still to come. The meaning decides *which* rules these are; *whether* any rule answers, and how many, the words decide: the
 * scores stay where they were, and the rules move, so that no model lifts anything above the floor. A calibrated one joins the sum instead;
 * see MeaningScale. A rule that lost because it is about something that was not named, or was named longer ago, is not lifted above one that
 * did not: one house's breakfast is as near in meaning as another's.
 *
 * @param hits of the words, best first, none of them verbatim
 * @returns as many, best first
 */
export function joinMeaning(hits: RuleHit[], { of, nearest }: Similarities): RuleHit[] {
  const best = hits[0]?.score ?? 0
  const known = hits.flatMap(({ rule }) => of(rule.id) ?? [])
  if (best === 0 || known.length + nearest.length === 0) return hits
  const found = new Set(hits.map(({ rule }) => rule.id))
  const others = nearest
    .filter(({ rule }) => !found.has(rule.id))
    .map(({ rule }) => ({ rule, score: 0, parts: NO_PARTS, isVerbatim: false }))
  // A rule that was not embedded yet is neither drawn up nor pushed down by it.
  const usual = known.reduce((sum, similarity) => sum + similarity, 0) / (known.length || 1)
  const highest = 1 + Math.max(...known, ...nearest.map(({ similarity }) => similarity))
  let lowest = Number.POSITIVE_INFINITY
  const weighed = [...hits, ...others.sort((one, other) => (one.rule.id < other.rule.id ? -1 : 1))].map((hit) => {
    const meaning = highest > 0 ? (1 + (of(hit.rule.id) ?? usual)) / highest : 1
    const weight = (1 - MEANING_SHARE) * (hit.score / best) + MEANING_SHARE * meaning
    if (isNotMeant(hit)) return { hit, weight: Math.min(weight, lowest) }
    lowest = Math.min(lowest, weight)
    return { hit, weight }
  })
  // The sort is stable: what may not be lifted stays behind what it was behind.
  weighed.sort((one, other) => other.weight - one.weight)
  return weighed.slice(0, hits.length).map(({ hit }, at) => withPart(hit, 'meaning', hits[at]?.score ?? 0))
}

/** Less than that is lost to the arithmetic of a name that was said. */
const LOST = 1e-3

/** Whether a rule is about something that nobody named, or not lately. */
export function isNotMeant({ parts }: RuleHit): boolean {
  return parts.entity < -LOST
}

/** The hit with another score, and what that came from. */
export function withPart(hit: RuleHit, part: 'meaning' | 'rerank', score: number): RuleHit {
  return { ...hit, score, parts: { ...hit.parts, [part]: score - hit.score } }
}
