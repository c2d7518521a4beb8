import { findSubstitution } from '@/lib/suggestions/grounding/find-substitution'
import type { IndexedRuleText } from '@/lib/suggestions/grounding/find-support'
import { boundOf, readClaims, readStarts } from '@/lib/suggestions/grounding/read-claims'
import { isCondition } from '@/lib/suggestions/grounding/read-clauses'
import { isKnownFact, readFacts } from '@/lib/suggestions/grounding/read-facts'
import { splitRefusal } from '@/lib/suggestions/grounding/read-promises'
import { coveredShare, textTerms } from '@/lib/suggestions/grounding/text-terms'

/** Says that something is left out of what follows: "all but custom items", 「除定制商品外」. */
const EXCEPTS = /除|以外|例外|\bexcept|\b(?:excluded|left out|other than|apart from|unless|but not|rather than|instead of)\b/i
const COMMA = /[，,](?!\d{3})/
const NEGATES = /不|无法|未|没有?|勿|禁止|\b(?:not|cannot|never|no|non|without|avoid|refrain)\b|n['’]t\b/i
/** So much of what a rule refuses must a sentence grant, that it is the same. */
const MIN_REFUSED = 0.3
/** Of a refusal that names nobody ("it does not cover accidental damage"): so much of what nothing else in the rules speaks of. */
const MIN_ONLY_REFUSED = 0.5
/** What a rule keeps for some, and a sentence says of others, is the same with so much of its words. */
const MIN_KEPT = 0.75

/**
 * What a sentence says in its rule's own words, and the rule says the other way: the seller pays where the buyer does, a period runs from the
 * order where it runs from the delivery, at least where it is at most, what is refused of one thing is granted of it, what is denied is said.
 * Words alone, no model: what it finds is nearly always wrong, what it does not find may be (bench/README.md has how much it finds).
 * @returns the words at fault, or null
 */
export function findContradiction(sentence: string, rules: readonly IndexedRuleText[]): string | null {
  if (rules.length === 0) return null
  return (
    findRivalClaim(sentence, rules) ??
    findOtherStart(sentence, rules) ??
    findOtherBound(sentence, rules) ??
    findGrantedRefusal(sentence, rules) ??
    findSaidDenial(sentence, rules) ??
    findOthersThanOnly(sentence, rules) ??
    findSubstitution(sentence, rules)
  )
}

/** Another claim than any of the rules makes, of something that they make claims of. */
function findRivalClaim(sentence: string, rules: readonly IndexedRuleText[]): string | null {
  const ruled = rules.flatMap((rule) => readClaims(rule.answer))
  const rival = readClaims(sentence).find(({ what, value }) => {
    const same = ruled.filter((claim) => claim.what === what)
    return same.length > 0 && same.every((claim) => claim.value !== value)
  })
  return rival?.text ?? null
}

/** The period is the rule's, what it runs from is not. */
function findOtherStart(sentence: string, rules: readonly IndexedRuleText[]): string | null {
  const periods = readFacts(sentence).filter(isPeriod)
  if (periods.length === 0) return null
  const holders = rules.flatMap((rule) => rule.sentences).filter(({ text }) => readFacts(text).some((fact) => isKnownFact(fact, periods)))
  const ruled = holders.flatMap(({ text }) => readStarts(text))
  const other = readStarts(sentence).find(({ value }) => ruled.length > 0 && ruled.every((start) => start.value !== value))
  return other?.text ?? null
}

function isPeriod({ unit }: { unit?: string }): boolean {
  return unit === 'minute' || unit === 'workday' || unit === 'month'
}

/** "At least 12 hours" of what lasts up to 12. */
function findOtherBound(sentence: string, rules: readonly IndexedRuleText[]): string | null {
  for (const fact of readFacts(sentence)) {
    const bound = fact.kind === 'number' ? boundOf(sentence, fact.start, fact.end) : null
    if (!bound) continue
    const ruled = rules.flatMap(({ answer }) =>
      readFacts(answer)
        .filter((other) => isKnownFact(fact, [other]))
        .map(({ start, end }) => boundOf(answer, start, end)),
    )
    const opposite = bound === 'most' ? 'least' : 'most'
    if (ruled.length > 0 && ruled.every((other) => other === opposite)) return fact.text
  }
  return null
}

/** "Sale items can be returned": a rule refuses that of them, though it grants it of others. */
function findGrantedRefusal(sentence: string, rules: readonly IndexedRuleText[]): string | null {
  if (EXCEPTS.test(sentence)) return null
  // At commas alone: "sale items and gift cards cannot be returned" is one refusal.
  const said = rules.flatMap((rule) => rule.sentences.flatMap(({ text }) => text.split(COMMA)))
  const granted = new Set(said.filter((part) => !splitRefusal(part)).flatMap((part) => [...textTerms(part)]))
  const refusals = said.flatMap((part) => {
    const parts = isCondition(part) ? null : splitRefusal(part)
    if (!parts) return []
    const named = [...textTerms(parts.subject)]
    const subject = named.filter((term) => !granted.has(term))
    const refused = textTerms(parts.refused)
    return [{ subject, namesNobody: named.length === 0, refused, onlyRefused: new Set([...refused].filter((term) => !granted.has(term))) }]
  })
  return findPart(sentence, (terms) =>
    refusals.some(
      ({ subject, namesNobody, refused, onlyRefused }) =>
        (refused.size > 0 && subject.some((term) => terms.has(term)) && coveredShare(refused, terms) >= MIN_REFUSED) ||
        (namesNobody && onlyRefused.size > 0 && coveredShare(onlyRefused, terms) >= MIN_ONLY_REFUSED),
    ),
  )
}

// The word that is denied, behind a few that mean nothing.
const DENIED = /(?:\b(?:not|never|cannot|avoid)|\w+n['’]t)(?: (?:be|been|being|a|an|the|it|them|to|yet|any|your)){0,3} ([a-z]{4,})/gi

// "Welcome, except in the suites", 「定制商品除外」: what is left out.
const EXCEPTED =
  /\b(?:except|excluding|other than|apart from)(?: (?:for|in|on|the|an?|to|of)){0,3} (?!if\b|when\b)([^,.;]{3,40})|(?:^|[，,。；;（(])([^，,。；;（(]{2,10})除外|除(?!了)([^，,。；;外]{2,12}?)(?:以|之)?外/gi

/** "Waterproof": the rules have the word, and each time they deny it, of what the sentence is about. */
function findSaidDenial(sentence: string, rules: readonly IndexedRuleText[]): string | null {
  const denials = rules.flatMap((rule) => rule.clauses.filter(({ text }) => !isCondition(text)).flatMap(({ text }) => denialsIn(text)))
  if (denials.length === 0) return null
  const said = new Set(rules.flatMap((rule) => [...textTerms(rule.answer.replace(DENIED, ' ').replace(EXCEPTED, ' '))]))
  return findPart(sentence, (terms) =>
    denials.some(
      ({ words, of }) =>
        words.some((word) => terms.has(word) && !said.has(word)) && (of.length === 0 || of.some((term) => terms.has(term))),
    ),
  )
}

/** What a clause denies or leaves out, each with what stands before it. */
function denialsIn(text: string): { words: string[]; of: string[] }[] {
  const denied = [...text.matchAll(DENIED)].map((match) => ({ words: match[1] ?? '', of: text.slice(0, match.index) }))
  const excepted = splitRefusal(text)
    ? []
    : [...text.matchAll(EXCEPTED)].map(([, english, before, inside]) => ({ words: english ?? before ?? inside ?? '', of: '' }))
  return [...denied, ...excepted].map(({ words, of }) => ({ words: [...textTerms(words)], of: [...textTerms(of)] }))
}

// "Exported in the Pro plan only", 「导出仅限专业版」: what, and for whom.
const ONLY = [
  /^(.{6,80}?) (?:by|on|in|for|to|with) (?:the )?([\w -]{3,40}) only\b/i,
  /^(.{2,40}?)(?:仅限|仅支持|只限|只支持|仅对|只对)(?:于)?(.{2,20})$/,
]

/** What a rule keeps for some is said of others: nothing of them stands in the sentence, nor that it is kept. */
function findOthersThanOnly(sentence: string, rules: readonly IndexedRuleText[]): string | null {
  if (/仅|只|\bonly\b/i.test(sentence)) return null
  const kept = rules
    .flatMap((rule) => rule.sentences.flatMap(({ text }) => text.replace(/[。.]$/, '').split(COMMA)))
    .flatMap((part) => {
      const match = ONLY.map((pattern) => pattern.exec(part.trim())).find((found) => found !== null)
      return match ? [{ what: textTerms(match[1] ?? ''), whom: textTerms(match[2] ?? '') }] : []
    })
  return findPart(sentence, (terms) =>
    kept.some(
      ({ what, whom }) =>
        what.size > 1 && coveredShare(what, terms) >= MIN_KEPT && terms.size > what.size && coveredShare(whom, terms) === 0,
    ),
  )
}

/** The first part of a sentence that is so, of those that say something and deny nothing. Parted at commas alone: "checks and cash are not accepted". */
function findPart(sentence: string, is: (terms: ReadonlySet<string>) => boolean): string | null {
  const parts = sentence.split(COMMA).map((part) => part.trim())
  const found = parts.find(
    (part, i) => !(i < parts.length - 1 && isCondition(part)) && !NEGATES.test(part) && !EXCEPTS.test(part) && is(textTerms(part)),
  )
  return found ?? null
}
