import { asksYesOrNo } from '@/lib/faq/check/compare-questions'
import { contrastAnswers } from '@/lib/faq/check/contrast-answers'
import { isCommonWord } from '@/lib/retrieval/common-words'
import { type Clause, readClauses } from '@/lib/suggestions/grounding/read-clauses'
import { type Fact, isKnownFact } from '@/lib/suggestions/grounding/read-facts'
import { textTerms } from '@/lib/suggestions/grounding/text-terms'

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

/** Two clauses of answers to one question speak of the same matter when so much of both is shared. */
const SAME_MATTER = 0.25
/** A yes and a no must be about the very same: what else they share is often the subject alone. */
const SAME_CLAUSE = 0.5
const COMMON_WORD_WEIGHT = 0.2
const YES = /^(?:您好[，,])?(?:可以|能|支持|有的?|是的?|会的?|包|需要|yes\b|sure\b|of course\b|certainly\b|we do\b|you can\b)/i
const NO =
  /^(?:您好[，,])?(?:很?抱歉[，,]?|对不起[，,]?)?(?:暂|目前|暂时)?(?:不|没有?|无法|无需|未|no\b|sorry\b|unfortunately\b|not\b|we (?:do not|don[’']t)\b|you (?:cannot|can[’']t)\b)/i
const GRANTS = /可以|可(?=退|换|改|用)|能|支持|允许|欢迎|\b(?:can|may|yes|welcome|allowed|possible)\b/i
const DAY_MINUTES = 1_440
const MONTH_DAYS = { least: 28, most: 31 }
const MONEY = ['cny', 'usd', 'eur', 'gbp']

/**
 * What the answers to two like questions say differently: other numbers, periods, amounts and dates, free against a fee, yes against no.
 * @param asked the two questions
 */
export function compareAnswers(mine: string, theirs: string, asked: { mine: string; theirs: string }): Difference[] {
  const [own, others] = [readClauses(mine), readClauses(theirs)]
  const pairs = (least: number) =>
    own.flatMap((clause) => {
      const other = nearestClause(clause, others, least)
      return other ? [{ clause, other }] : []
    })
  const numbers = pairs(SAME_MATTER).flatMap(({ clause, other }) => numberDifferences(clause, other, { own, others }))
  const turned = pairs(SAME_CLAUSE).flatMap(({ clause, other }) =>
    clause.isRefusing === other.isRefusing ||
    Math.min(clause.terms.size, other.terms.size) < 2 ||
    // Said once more with its condition, "7天内可退" and "内衣不可退" are two matters.
    nearestClause(other, own, SAME_CLAUSE) !== clause
      ? []
      : [{ kind: 'polarity' as const, mine: clause.text, theirs: other.text, myClause: clause.text, theirClause: other.text }],
  )
  const found = [...numbers, ...(turned.length > 0 ? turned : bareDifference(own, others))]
  if (found.length > 0) return found
  const whole = [...loneDifferences(own, others), ...contrastAnswers(own, others)]
  return whole.length > 0 ? whole : stanceDifference(own, others, asked)
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

/** The share of the terms of both that both have, 0 to 1. */
function dice(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const weigh = (terms: Iterable<string>) => [...terms].reduce((sum, term) => sum + (isCommonWord(term) ? COMMON_WORD_WEIGHT : 1), 0)
  const both = weigh(one) + weigh(other)
  return both === 0 ? 0 : (2 * weigh([...one].filter((term) => other.has(term)))) / both
}

/** A number of one side whose clause has another of the same sort on the other side, and that the other answer does not know at all. */
function numberDifferences(clause: Clause, other: Clause, all: { own: Clause[]; others: Clause[] }): Difference[] {
  const [ownFacts, otherFacts] = [all.own.flatMap(({ facts }) => facts), all.others.flatMap(({ facts }) => facts)]
  const unknown = clause.facts.filter((fact) => !isSaid(fact, otherFacts))
  const rivals = other.facts.filter((fact) => !isSaid(fact, ownFacts))
  return unknown.flatMap((fact) => {
    const rival = rivals.find((candidate) => isSameSort(fact, candidate))
    return rival ? [{ kind: 'number' as const, mine: fact.text, theirs: rival.text, myClause: clause.text, theirClause: other.text }] : []
  })
}

/** An answer to the same question that names a single thing of a sort, one that the other does not name among its own, disagrees. */
function loneDifferences(own: readonly Clause[], others: readonly Clause[]): Difference[] {
  const [mine, theirs] = [bySort(own), bySort(others)]
  return [...mine].flatMap(([sort, [said, ...more]]) => {
    const heard = theirs.get(sort) ?? []
    if (!said || heard.length === 0 || (more.length > 0 && heard.length > 1)) return []
    const [short, long] = more.length > 0 ? [heard, [said, ...more]] : [[said], heard]
    const [lone] = short
    if (
      !lone ||
      isSaid(
        lone.fact,
        long.map(({ fact }) => fact),
      ) ||
      (long.length > 1 && !ANSWERS.has(sort))
    )
      return []
    const rival = long.find(({ clause }) => dice(clause.terms, lone.clause.terms) > 0) ?? (long.length === 1 ? long[0] : undefined)
    if (!rival) return []
    const [my, their] = more.length > 0 ? [rival, lone] : [lone, rival]
    return [
      { kind: 'number' as const, mine: my.fact.text, theirs: their.fact.text, myClause: my.clause.text, theirClause: their.clause.text },
    ]
  })
}

/** What a question asks for; of other sorts an answer may name one more. */
const ANSWERS = new Set(['period', 'money', 'percent', 'time', 'discount'])

function bySort(clauses: readonly Clause[]): Map<string, { fact: Fact; clause: Clause }[]> {
  const found = new Map<string, { fact: Fact; clause: Clause }[]>()
  for (const clause of clauses) {
    for (const fact of clause.facts) {
      const sort = sortOf(fact)
      if (sort !== 'link') found.set(sort, [...(found.get(sort) ?? []), { fact, clause }])
    }
  }
  return found
}

/** Known to the other side, also as "30 days" is to "one month". */
function isSaid(fact: Fact, others: readonly Fact[]): boolean {
  return isKnownFact(fact, others) || others.some((other) => isSameSpan(fact, other) || isSameSpan(other, fact))
}

function isSameSpan(days: Fact, months: Fact): boolean {
  if (days.unit !== 'minute' || months.unit !== 'month') return false
  const [inDays, inMonths] = [(days.value ?? 0) / DAY_MINUTES, months.value ?? 0]
  return inDays >= inMonths * MONTH_DAYS.least && inDays <= inMonths * MONTH_DAYS.most
}

function isSameSort(fact: Fact, other: Fact): boolean {
  return fact.kind === other.kind && fact.kind !== 'contact' && sortOf(fact) === sortOf(other)
}

/** Days and business days are both periods: 7 days against 5 working days is a difference to look at; so is $50 against £50. */
function sortOf({ kind, key, unit }: Fact): string {
  if (kind === 'contact') return key?.includes('@') ? 'mail' : /^\d+$/.test(key ?? '') ? 'phone' : 'link'
  if (key !== undefined) return key[0] === 't' ? 'time' : 'date'
  if (unit && MONEY.includes(unit)) return 'money'
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

/** To a question of yes or no, "orders can be cancelled" and "we are unable to cancel" are one and the other, whatever else they share. */
function stanceDifference(own: readonly Clause[], others: readonly Clause[], asked: { mine: string; theirs: string }): Difference[] {
  if (!asksYesOrNo(asked.mine) && !asksYesOrNo(asked.theirs)) return []
  const terms = new Set([...textTerms(asked.mine), ...textTerms(asked.theirs)])
  const [mine, theirs] = [stanceOf(own, terms), stanceOf(others, terms)]
  if (!mine || !theirs || mine.isYes === theirs.isYes) return []
  return [{ kind: 'polarity', mine: mine.clause, theirs: theirs.clause, myClause: mine.clause, theirClause: theirs.clause }]
}

/** What the first clause that speaks of the question says to it; an answer that grants and refuses says both. */
function stanceOf(clauses: readonly Clause[], asked: ReadonlySet<string>): { isYes: boolean; clause: string } | null {
  const about = clauses.find(({ terms, text }) => polarityOf(text) !== null || [...terms].some((term) => asked.has(term)))
  if (!about) return null
  const isSaid = polarityOf(about.text)
  const refusal = clauses.find((clause) => clause.isRefusing)
  if (isSaid === null && refusal) {
    return clauses.some(({ text, isRefusing }) => !isRefusing && GRANTS.test(text)) ? null : { isYes: false, clause: refusal.text }
  }
  return refusal && isSaid === 'yes' ? null : { isYes: isSaid !== 'no', clause: about.text }
}
