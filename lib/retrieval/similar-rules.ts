import { dotProduct } from '@/lib/retrieval/meaning/unit-vector'
import type { RuleVectors } from '@/lib/retrieval/meaning/vector-store'
import type { IndexedRule, RuleIndex } from '@/lib/retrieval/schema'
import type { Language } from '@/prisma/generated/enums'

export type Similarities = {
  /** The cosine of the question and a rule; undefined for a rule that has no vector yet. */
  of(ruleId: string): number | undefined
  /** The valid rules of the question's language that are nearest, nearest first. */
  nearest: { rule: IndexedRule; similarity: number }[]
}

/** Rules by row of the matrix. It is made once an index and a state of the vectors. */
type Rows = { version: number; rules: (IndexedRule | undefined)[] }
const rowsOf = new WeakMap<RuleIndex, WeakMap<RuleVectors, Rows>>()

/** Compares a question with every rule: 4.5 ms for 10,000 rules of 512 numbers (bench/README.md). */
export function similarRules(
  question: Float32Array,
  { index, vectors, language, now, limit }: { index: RuleIndex; vectors: RuleVectors; language?: Language; now: Date; limit: number },
): Similarities {
  const { matrix, dimensions, rowOf } = vectors
  const nearest: Similarities['nearest'] = []
  // A question of another length than the rows would be compared with half of one and half of the next.
  if (question.length !== dimensions) return { of: () => undefined, nearest }
  rulesByRow(index, vectors).forEach((rule, row) => {
    if (!rule || (language && rule.language !== language) || !isValid(rule, now)) return
    // Whether the one thing that it is about is meant, only its name tells.
    if (rule.entity || rule.learnedEntity) return
    // What is not in force is not what its vector says; it is compared where the words find it.
    if (index.ownVectors?.has(rule.id)) return
    const similarity = dotProduct(question, matrix, row * dimensions)
    if (nearest.length === limit && similarity <= (nearest.at(-1)?.similarity ?? 0)) return
    if (nearest.length === limit) nearest.pop()
    const at = nearest.findIndex((other) => other.similarity < similarity)
    nearest.splice(at < 0 ? nearest.length : at, 0, { rule, similarity })
  })
  const of = (ruleId: string) => {
    const own = index.ownVectors?.get(ruleId)
    if (own !== undefined) return own?.length === dimensions ? dotProduct(question, own, 0) : undefined
    const row = rowOf.get(ruleId)
    return row === undefined ? undefined : dotProduct(question, matrix, row * dimensions)
  }
  return { of, nearest }
}

function rulesByRow(index: RuleIndex, vectors: RuleVectors): (IndexedRule | undefined)[] {
  const byVectors = rowsOf.get(index) ?? new WeakMap<RuleVectors, Rows>()
  rowsOf.set(index, byVectors)
  const known = byVectors.get(vectors)
  if (known?.version === vectors.version) return known.rules
  const rules: (IndexedRule | undefined)[] = new Array(vectors.rowOf.size).fill(undefined)
  for (const { segments } of Object.values(index.parts)) {
    for (const rule of segments.flatMap((segment) => segment.rules)) {
      const row = vectors.rowOf.get(rule.id)
      if (row !== undefined) rules[row] = rule
    }
  }
  byVectors.set(vectors, { version: vectors.version, rules })
  return rules
}

function isValid({ validFrom, validUntil }: IndexedRule, now: Date): boolean {
  return (!validFrom || validFrom <= now) && (!validUntil || now < validUntil)
}
