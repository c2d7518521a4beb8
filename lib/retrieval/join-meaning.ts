import type { RuleHit, ScoreParts } from '@/lib/retrieval/schema'
import type { Similarities } from '@/lib/retrieval/similar-rules'

/**
 * What the meaning says beside the words: 0.8 of the whole, the best on most collections in Bruch, Gai and Ingber, An Analysis of Fusion
 * Functions for Hybrid Retrieval (ACM TOIS 42, 2023), with scores normalised as there (from the least there can be to the highest found). Not
 * measured on our own sets: that takes a real embedding model, and Qwen's weights are not at hand where they are measured.
 */
const MEANING_SHARE = 0.8
const NO_PARTS: ScoreParts = { words: 0, grams: 0, concepts: 0, answer: 0, classifier: 0, entity: 0 }

/**
 * Joins what the words found with what is near in meaning. The meaning decides *which* rule it is; *whether* any rule answers, the words
 * decide: all scores are moved so that the best one stays what the words gave their best. The floors are calibrated on scores of words,
 * thousands of them; to calibrate them with vectors too, every phrasing would have to be embedded, and every rule once without each of its
 * phrasings. So a floor means the same with and without a model, and what no rule answered goes on being told so. The price: a question
 * that shares no words with its rule still has none.
 *
 * @param hits of the words, best first, none of them verbatim
 * @returns the same rules and the nearest others, best first
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
  const weighed = [...hits, ...others].map((hit) => {
    const meaning = highest > 0 ? (1 + (of(hit.rule.id) ?? usual)) / highest : 1
    return { hit, sum: hit.score + (MEANING_SHARE / (1 - MEANING_SHARE)) * best * meaning }
  })
  const top = Math.max(...weighed.map(({ sum }) => sum))
  return weighed
    .map(({ hit, sum }) => withPart(hit, 'meaning', aboveZero(best - (top - sum), best)))
    .sort((one, other) => other.score - one.score || (one.rule.id < other.rule.id ? -1 : 1))
}

/** The score itself where it is not low; below that it nears 0 and keeps its order, for an admin wants to see the near misses too. */
function aboveZero(score: number, best: number): number {
  const low = Math.min(0.1, best / 2)
  return score >= low ? score : low * Math.exp((score - low) / low)
}

/** The hit with another score, and what that came from. */
export function withPart(hit: RuleHit, part: 'meaning' | 'rerank', score: number): RuleHit {
  return { ...hit, score, parts: { ...hit.parts, [part]: score - hit.score } }
}
