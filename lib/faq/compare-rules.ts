import { isCommonWord } from '@/lib/retrieval/common-words'
import { normaliseText } from '@/lib/retrieval/normalise-text'
import { readTerms } from '@/lib/retrieval/read-terms'
import type { IndexedRule } from '@/lib/retrieval/schema'
import { verbatimKey } from '@/lib/retrieval/verbatim-key'
import { type Clause, readClauses } from '@/lib/suggestions/read-clauses'
import { type Fact, isKnownFact } from '@/lib/suggestions/read-facts'

/** What of a rule is compared. */
export type ComparedRule = Pick<IndexedRule, 'question' | 'variants' | 'answer' | 'language' | 'validFrom' | 'validUntil'>

/** Two clauses about the same matter that say different things. */
export type Difference = {
  kind: 'number' | 'polarity'
  /** The words of each rule: its number or period, or its whole clause. */
  mine: string
  theirs: string
  /** The clauses they stand in. */
  myClause: string
  theirClause: string
}

export type Likeness = {
  /** How near the nearest two ways to ask are: 0 to 1, 1 where they are the same but for manners. */
  likeness: number
  /** Those two ways to ask. */
  asked: { mine: string; theirs: string }
}

/** Two clauses speak of the same matter when so much of both is shared; where the questions nearly are the same, less will do. */
const SAME_MATTER = 0.4
const SAME_MATTER_OF_TWINS = 0.25
/** A yes and a no must be about the very same: what else they share is often the subject alone. */
const SAME_CLAUSE = 0.5
const COMMON_WORD_WEIGHT = 0.2
const YES = /^(?:您好[，,])?(?:可以|能|支持|有的?|是的?|会的?|包|需要|yes\b|sure\b|of course\b|certainly\b|we do\b|you can\b)/i
const NO =
  /^(?:您好[，,])?(?:很?抱歉[，,]?|对不起[，,]?)?(?:暂|目前|暂时)?(?:不|没有?|无法|无需|未|no\b|sorry\b|unfortunately\b|not\b|we (?:do not|don[’']t)\b|you (?:cannot|can[’']t)\b)/i

/** Whether there is a moment at which both rules answer. */
export function areValidTogether(one: ComparedRule, other: ComparedRule): boolean {
  const ends = (rule: ComparedRule) => rule.validUntil?.getTime() ?? Number.POSITIVE_INFINITY
  const begins = (rule: ComparedRule) => rule.validFrom?.getTime() ?? Number.NEGATIVE_INFINITY
  return begins(one) < ends(other) && begins(other) < ends(one)
}

/** How like two rules of one language are by what they are asked in. */
export function compareQuestions(mine: ComparedRule, theirs: ComparedRule): Likeness {
  const others = [theirs.question, ...theirs.variants].map(read)
  let best = { likeness: 0, asked: { mine: mine.question, theirs: theirs.question } }
  for (const way of [mine.question, ...mine.variants].map(read)) {
    for (const other of others) {
      const likeness = way.key !== '' && way.key === other.key ? 1 : Math.min(0.99, dice(way.terms, other.terms))
      if (likeness > best.likeness) best = { likeness, asked: { mine: way.text, theirs: other.text } }
    }
  }
  return best
}

function read(text: string) {
  return { text, key: verbatimKey(text), terms: new Set(readTerms(normaliseText(text)).words) }
}

/** The share of the terms of both that both have, 0 to 1; "do you" and 怎么 say little about what is asked. */
function dice(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const weigh = (terms: Iterable<string>) => [...terms].reduce((sum, term) => sum + (isCommonWord(term) ? COMMON_WORD_WEIGHT : 1), 0)
  const both = weigh(one) + weigh(other)
  return both === 0 ? 0 : (2 * weigh([...one].filter((term) => other.has(term)))) / both
}

/**
 * What two answers say differently of the same matter: other numbers, periods, amounts and dates, yes against no.
 * @param options.areTwins the questions nearly are the same: clauses need less in common to be compared
 */
export function compareAnswers(mine: string, theirs: string, { areTwins }: { areTwins: boolean }): Difference[] {
  const [own, others] = [readClauses(mine), readClauses(theirs)]
  const pairs = (least: number) =>
    own.flatMap((clause) => {
      const other = nearestClause(clause, others, least)
      return other ? [{ clause, other }] : []
    })
  const numbers = pairs(areTwins ? SAME_MATTER_OF_TWINS : SAME_MATTER).flatMap(({ clause, other }) =>
    numberDifferences(clause, other, { own, others }),
  )
  const turned = pairs(SAME_CLAUSE).flatMap(({ clause, other }) =>
    clause.isRefusing === other.isRefusing ||
    Math.min(clause.terms.size, other.terms.size) < 2 ||
    // Said once more with its condition, "7天内可退" and "内衣不可退" are two matters.
    nearestClause(other, own, SAME_CLAUSE) !== clause
      ? []
      : [{ kind: 'polarity' as const, mine: clause.text, theirs: other.text, myClause: clause.text, theirClause: other.text }],
  )
  return [...numbers, ...(turned.length > 0 ? turned : bareDifference(own, others))]
}

/** The clause that speaks of the same matter, if there is one. */
function nearestClause(clause: Clause, others: readonly Clause[], sameMatter: number): Clause | null {
  let best: { share: number; other: Clause } | null = null
  for (const other of others) {
    const share = dice(clause.terms, other.terms)
    if (share >= sameMatter && (!best || share > best.share)) best = { share, other }
  }
  return best?.other ?? null
}

/** A number of one side whose clause has another of the same sort on the other side, and that the other answer does not know at all. */
function numberDifferences(clause: Clause, other: Clause, all: { own: Clause[]; others: Clause[] }): Difference[] {
  const [ownFacts, otherFacts] = [all.own.flatMap(({ facts }) => facts), all.others.flatMap(({ facts }) => facts)]
  const unknown = clause.facts.filter((fact) => !isKnownFact(fact, otherFacts))
  const rivals = other.facts.filter((fact) => !isKnownFact(fact, ownFacts))
  return unknown.flatMap((fact) => {
    const rival = rivals.find((candidate) => isSameSort(fact, candidate))
    return rival ? [{ kind: 'number' as const, mine: fact.text, theirs: rival.text, myClause: clause.text, theirClause: other.text }] : []
  })
}

function isSameSort(fact: Fact, other: Fact): boolean {
  if (fact.kind !== other.kind) return false
  if (fact.kind === 'contact') return false
  return (fact.key === undefined) === (other.key === undefined) && sortOf(fact) === sortOf(other)
}

/** Days and business days are both periods: 7 days against 5 working days is a difference to look at. */
function sortOf({ key, unit }: Fact): string {
  if (key !== undefined) return key[0] === 't' ? 'time' : 'date'
  return unit && ['minute', 'workday', 'month'].includes(unit) ? 'period' : (unit ?? 'count')
}

/** "可以。…" against "不可以。…": the first word of an answer says what the rest explains. */
function bareDifference(own: readonly Clause[], others: readonly Clause[]): Difference[] {
  const [mine, theirs] = [own[0]?.text ?? '', others[0]?.text ?? '']
  const [said, heard] = [polarityOf(mine), polarityOf(theirs)]
  if (!said || !heard || said === heard) return []
  return [{ kind: 'polarity', mine, theirs, myClause: mine, theirClause: theirs }]
}

function polarityOf(clause: string): 'yes' | 'no' | null {
  const text = clause.trim()
  if (NO.test(text)) return 'no'
  return YES.test(text) ? 'yes' : null
}
