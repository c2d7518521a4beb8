import { clean } from '@/lib/retrieval/read-question'
import { readTerms } from '@/lib/retrieval/read-terms'
import type { RuleHit } from '@/lib/retrieval/schema'

/** The names that a question leaves open, likeliest first; at least two. */
export type OpenNames = { names: string[] }

/** Scores that differ by less do not say which is meant: nothing that was asked speaks for one of them. */
const AS_GOOD = 0.05
/** Names that are offered; nobody reads a list of thirty houses. */
const SHOWN = 3
/** Of the terms of either question; the same about another house has all of them, but for a house's own word for it. */
const ALIKE = 0.6

/**
 * Whether the best rules say the same about several things and nobody said which is meant; null where one is named, where they ask different
 * things, and where they would not answer it even with the name.
 * @param hits best first, with the floor of each
 */
export function whichIsMeant(hits: (RuleHit & { floor: number })[]): OpenNames | null {
  const [first, ...others] = hits
  const name = first && nameOf(first)
  if (!first || !name || first.isVerbatim || namedScore(first) < first.floor) return null
  const names = [name]
  for (const hit of others) {
    const other = nameOf(hit)
    if (!other || clean(other) === clean(name) || names.includes(other)) continue
    if (hit.score < first.score * (1 - AS_GOOD) || alikeness(first, hit) < ALIKE) continue
    names.push(other)
  }
  return names.length > 1 ? { names: names.slice(0, SHOWN) } : null
}

function nameOf({ rule }: RuleHit): string | null {
  return rule.entity || rule.learnedEntity || null
}

/** What it would score, had its name been said. */
function namedScore({ score, parts }: RuleHit): number {
  const { entity, match: _, rerank: __, feedback: ___, ...counted } = parts
  const whole = Object.values(counted).reduce((sum, part) => sum + (part ?? 0), 0)
  if (whole + entity <= 0) return score
  return 1 - (1 - score) ** (whole / (whole + entity))
}

/** How much of two rules' questions is the same, their names left out. */
function alikeness(one: RuleHit, other: RuleHit): number {
  const [mine, theirs] = [termsOf(one), termsOf(other)]
  const shared = [...mine].filter((term) => theirs.has(term)).length
  return shared / Math.max(1, mine.size + theirs.size - shared)
}

function termsOf(hit: RuleHit): Set<string> {
  const bare = ` ${clean(hit.rule.question)} `.replaceAll(clean(nameOf(hit) ?? ''), ' ')
  return new Set(readTerms(bare).words)
}
