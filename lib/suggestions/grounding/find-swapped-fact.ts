import type { IndexedRuleText } from '@/lib/suggestions/grounding/find-support'
import { type Clause, GLUE } from '@/lib/suggestions/grounding/read-clauses'
import { type Fact, isKnownFact, readFacts } from '@/lib/suggestions/grounding/read-facts'
import { textTerms } from '@/lib/suggestions/grounding/text-terms'

/** A clause of a rule that says a number of something, or that it is so at once. */
type Statement = {
  facts: Fact[]
  /** What it is about: its words before the verb, or those its sentence begins with ("The battery lasts 12 hours and charges in 3"). */
  subject: ReadonlySet<string>
  /** When its sentence says that it holds, or what it is about. */
  lead: ReadonlySet<string>
  /** All that it says before the number. */
  opening: ReadonlySet<string>
  terms: ReadonlySet<string>
}

// Not at 、 as clauses are: 「新疆、西藏地区加收15元」 is one statement.
const BORDER = /[，,](?!\d{3})|：|:\s|\s(?:but|however|and)\s(?=[\w-]+\s\w+\s)/
/** What is said like a number, and of one thing only: at once, without end, for nothing. */
const LIKE_NUMBERS: readonly [unit: string, pattern: RegExp][] = [
  ['minute', /立即|立刻|马上|即时|实时|\b(?:instant(?:ly)?|immediate(?:ly)?)\b/gi],
  ['limit', /不限|无限|\b(?:unlimited|no limits?|without limits?)\b/gi],
  [
    'price',
    /免费(?!版|用户|套餐|空间|会员|账[户号])|免收|包邮|不收费|不收取?费用?|\b(?:free(?! (?:plan|version|workspaces?|tier|accounts?|trial|users?))|no (?:extra )?charge|free of charge)\b/gi,
  ],
]
const VERB =
  /\b(?:is|are|was|were|costs?|takes?|can|cannot|may|will|must|lasts?|has|have|goes?|arrives?|charges?|comes?|reach(?:es)?|appl(?:y|ies)|expires?|covers?|needs?|gets?|starts?|ends?|includes?|allows?)\b/i

/**
 * A true number in a wrong place: "the battery has a warranty of 2 years" where the 2 years are those of the device, "PayPal refunds are
 * instant" where those to store credit are. The sentence names a thing of which the rule says something else, and not the thing it says this of.
 * @param customers numbers of the ticket: what the customer has said may be said back
 * @returns the number, or the words that say at once; null where nothing is swapped
 */
export function findSwappedFact(drafted: readonly Clause[], rules: readonly IndexedRuleText[], customers: readonly Fact[]): string | null {
  const statements = rules.flatMap((rule) => rule.sentences.flatMap(({ text }) => readStatements(text)))
  // When it holds stands before it: "if it is our equipment, the visit costs ¥50".
  const [first] = drafted.filter((clause) => clause.terms.size > 0)
  const lead = first && factsOf(first.text).length === 0 ? first.terms : []
  for (const [at, { text, terms: own }] of drafted.entries()) {
    // What the number is of may stand in an earlier clause.
    const sofar = new Set(drafted.slice(0, at + 1).flatMap((clause) => [...clause.terms]))
    const facts = factsOf(text)
    const terms = new Set([...own, ...lead])
    for (const fact of facts) {
      if (isKnownFact(fact, customers)) continue
      const holders = statements.filter((statement) => isKnownFact(fact, statement.facts))
      const others = statements.filter((other) => !holders.includes(other) && other.facts.some((rival) => isSameMeasure(fact, rival)))
      // What the clause's other numbers are said of, it may name as well.
      const named = statements
        .filter((other) => facts.some((known) => isKnownFact(known, other.facts)))
        .flatMap((other) => [...other.terms])
      const left = new Set([...terms].filter((term) => holders.some((holder) => holder.terms.has(term)) || !named.includes(term)))
      if (holders.length > 0 && holders.every((holder) => others.some((other) => isTakenFor({ clause: left, sofar }, holder, other))))
        return fact.text
    }
  }
  return findSwappedCount(drafted, rules, customers)
}

/** Whether the words name what the one statement is about, where the number is the other's. */
function isTakenFor(said: { clause: ReadonlySet<string>; sofar: ReadonlySet<string> }, holder: Statement, other: Statement): boolean {
  return (['subject', 'opening', 'lead'] as const).some((part) => {
    const own = [...holder[part]].filter((term) => !other[part].has(term) && !GLUE.has(term))
    const foreign = [...other[part]].filter((term) => !holder.terms.has(term) && !GLUE.has(term))
    return own.length > 0 && own.every((term) => !said.sofar.has(term)) && foreign.some((term) => said.clause.has(term))
  })
}

/** Periods are told apart, and prices, and what else is counted in the same unit; without a limit may be any of them. */
function isSameMeasure(fact: Fact, other: Fact): boolean {
  return measureOf(fact) === measureOf(other) || fact.unit === 'limit' || other.unit === 'limit'
}

function measureOf({ unit, key }: Fact): string {
  if (key !== undefined) return 'time of day or date'
  if (unit === 'minute' || unit === 'workday' || unit === 'month') return 'period'
  return ['cny', 'usd', 'eur', 'gbp', 'price', 'percent', 'discount'].includes(unit ?? '') ? 'price' : (unit ?? 'count')
}

function readStatements(sentence: string): Statement[] {
  const clauses = sentence.split(BORDER)
  const lead = textTerms(subjectOf(clauses[0] ?? ''))
  return clauses.flatMap((text) => {
    const facts = factsOf(text)
    if (facts.length === 0) return []
    const own = textTerms(subjectOf(text))
    const carried = own.size > 0 ? [] : [...lead]
    const condition = text !== clauses[0] && factsOf(clauses[0] ?? '').length === 0 ? lead : own
    const opening = [...textTerms(text.slice(0, facts[0]?.start)), ...carried]
    return [
      {
        facts,
        subject: new Set([...own, ...carried]),
        lead: condition,
        opening: new Set(opening),
        terms: new Set([...textTerms(text), ...carried, ...condition]),
      },
    ]
  })
}

/** The words before the number, in English before the verb; in 「满1000元为银卡」 what it is called stands behind. */
function subjectOf(clause: string): string {
  const [first] = factsOf(clause)
  const opening = clause.slice(0, first?.start ?? clause.length)
  if (/\p{Script=Han}/u.test(clause)) return textTerms(opening).size > 1 || !first ? opening : clause.slice(first.end)
  return opening.slice(0, VERB.exec(opening)?.index ?? opening.length)
}

function factsOf(text: string): Fact[] {
  const alike = LIKE_NUMBERS.flatMap(([unit, pattern]) =>
    [...text.matchAll(pattern)].map(
      (match): Fact => ({ kind: 'number', text: match[0], start: match.index, end: match.index + match[0].length, value: 0, unit }),
    ),
  )
  return [...readFacts(text).filter(({ kind }) => kind === 'number'), ...alike].sort((a, b) => a.start - b.start)
}

/** "5 projects and 3 users" where the rule counts 3 projects. */
function findSwappedCount(drafted: readonly Clause[], rules: readonly IndexedRuleText[], customers: readonly Fact[]): string | null {
  const ruled = rules.flatMap(({ answer }) => countsIn(answer))
  for (const { text } of drafted) {
    const swapped = countsIn(text).find(({ value, counted }) => {
      const same = ruled.filter((other) => other.counted === counted)
      return same.length > 0 && same.every((other) => other.value !== value) && !customers.some((fact) => fact.value === value)
    })
    if (swapped) return swapped.text
  }
  return null
}

const HAN_COUNT = /([一两二三四五六七八九十]|\d{1,4})(?:个|件|张|台|份|人|位|条|部|间|节|门)(\p{Script=Han}{2})/gu

/** Numbers without a unit of their own, with the thing they count. */
function countsIn(text: string): { value: number; counted: string; text: string }[] {
  const han = [...text.matchAll(HAN_COUNT)].map(([whole, number, counted]) => {
    const value = Number(number) || '一二三四五六七八九十'.indexOf((number ?? '').replace('两', '二')) + 1
    return { value, counted: counted ?? '', text: whole }
  })
  const english = readFacts(text).flatMap(({ kind, key, unit, value, start, end }) => {
    const [counted] = /^\s?[a-z]{3,}/i.exec(text.slice(end, end + 24)) ?? []
    if (kind !== 'number' || key !== undefined || unit !== undefined || value === undefined || counted === undefined) return []
    return [{ value, counted: [...textTerms(counted)].join(), text: text.slice(start, end) + counted }]
  })
  return [...han, ...english]
}
