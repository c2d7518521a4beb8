import { type Fact, isKnownFact, readFacts } from '@/lib/suggestions/grounding/read-facts'
import { isRefusing, splitRefusal } from '@/lib/suggestions/grounding/read-promises'
import { splitSentences } from '@/lib/suggestions/grounding/split-sentences'
import { coveredShare, textTerms } from '@/lib/suggestions/grounding/text-terms'

export type Clause = {
  text: string
  /** Says only when the next one holds: it neither grants nor refuses. */
  isCondition: boolean
  /** Without numbers and negations: those are compared by themselves. */
  terms: ReadonlySet<string>
  facts: Fact[]
  isRefusing: boolean
}

const BORDER = /[，,](?!\d{3})\s?|、(?=[^、]{8})|(?:但是?|而且|并且)(?=[^，,]{3})|\s(?:but|however|and)\s(?=[\w-]+\s\w+\s)/
const CONDITION =
  /^\s*(?:if|unless|when(?:ever)?|once|after|before|as soon as|as long as|in case)\b|^\s*(?:如果?|若|倘若|假如|要是|一旦|只要)|(?:的话|时|之?后|之?前)\s*$/i
/** Words that stand before numbers, or for anything at all, and tell no thing from another. */
export const GLUE: ReadonlySet<string> = new Set(
  'up within about until at least most more less over under after before onli take cost per order item product 订单 商品 产品 服务 每单 超过 最多 最少 至少 不满 未满 不足'.split(
    ' ',
  ),
)
/** Refuses in words that no list of refusals has: 「外窗是不做的」. */
const DENIES = /是不|不做|不行|不了|没办法|没法|\bnot\b|n['’]t\b/i
const NEGATION = /不|无法|未能?|没有?|勿|禁止|\b(?:not|cannot|never|no|can['’]?t|won['’]?t)\b|n['’]t\b/gi

/** Whether a clause says when another holds: "if it is faulty", 「签收后」. */
export function isCondition(clause: string): boolean {
  return CONDITION.test(clause)
}

/** The parts of a text's sentences, as commas and conjunctions part them. */
export function readClauses(text: string): Clause[] {
  return splitSentences(text).flatMap((sentence) =>
    sentence.text.split(BORDER).map((clause, i, clauses) => ({
      text: clause.trim(),
      isCondition: i < clauses.length - 1 && isCondition(clause),
      terms: textTerms(clause.replace(/\d+(?:[.,:]\d+)*/g, ' ').replace(NEGATION, ' ')),
      facts: readFacts(clause),
      isRefusing: isRefusing(clause),
    })),
  )
}

/**
 * A true number in a wrong place, as written: "standard delivery takes 1 day" when the 1 day is that of express delivery.
 * It is one when another clause, with another number of the same sort, has the clause's other words as well and more.
 */
export function findSwappedNumber(drafted: readonly Clause[], ruled: readonly Clause[]): string | null {
  for (const [at, clause] of drafted.entries()) {
    const earlier = new Set(drafted.slice(0, at).flatMap(({ terms }) => [...terms]))
    for (const fact of clause.facts) {
      const holders = ruled.filter((rule) => isKnownFact(fact, rule.facts))
      const rivals = ruled.filter((rule) => !holders.includes(rule) && rule.facts.some((other) => isSameSort(fact, other)))
      if (holders.length > 0 && holders.every((holder) => rivals.some((rival) => isBetterMatch(clause, { rival, holder, earlier }))))
        return fact.text
    }
  }
  return null
}

/** A clause that grants what the rule's clauses with the same words refuse, or refuses what they grant. */
export function findTurnedClause(drafted: readonly Clause[], ruled: readonly Clause[]): Clause | null {
  for (const clause of drafted) {
    if (clause.terms.size < 2 || clause.isCondition) continue
    const isDenying = DENIES.test(clause.text)
    const shares = ruled.map((rule) => coveredShare(clause.terms, rule.terms))
    const best = Math.max(0, ...shares)
    // Below that it is not the same matter; near the best may be the same matter said once more, with its condition.
    if (best < 0.6) continue
    const nearest = ruled.filter((_rule, i) => (shares[i] ?? 0) >= best - 0.15)
    if (nearest.every((rule) => rule.isRefusing !== clause.isRefusing && sharesRefusal(clause, rule) && !(rule.isRefusing && isDenying)))
      return clause
  }
  return null
}

/** Of what a rule refuses a clause must have some: "you booked the special rate" grants nothing that it refuses. */
function sharesRefusal(clause: Clause, rule: Clause): boolean {
  const parts = rule.isRefusing ? splitRefusal(rule.text) : null
  return parts === null || [...textTerms(parts.refused)].some((term) => clause.terms.has(term))
}

function isBetterMatch(
  clause: Clause,
  { rival, holder, earlier }: { rival: Clause; holder: Clause; earlier: ReadonlySet<string> },
): boolean {
  // "The van costs ¥480 with 10 km, each further one ¥8": it is the van's, as was said.
  if ([...holder.terms].some((term) => earlier.has(term) && !rival.terms.has(term) && !GLUE.has(term))) return false
  const inRival = [...clause.terms].filter((term) => rival.terms.has(term))
  const inHolder = [...clause.terms].filter((term) => holder.terms.has(term) && !GLUE.has(term))
  return inRival.some((term) => !holder.terms.has(term)) && inHolder.every((term) => rival.terms.has(term))
}

function isSameSort(fact: Fact, other: Fact): boolean {
  if (fact.kind !== 'number' || other.kind !== 'number') return false
  return (fact.key === undefined) === (other.key === undefined) && fact.unit === other.unit
}
