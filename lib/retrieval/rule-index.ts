// biome-ignore-all lint/style/noNonNullAssertion: every position read here is a place in the list it is read from.

import { atOnce, type Steps } from '@/lib/retrieval/in-slices'
import { joinSegments, type LanguageIndex } from '@/lib/retrieval/language-index'
import { learnNameSteps, nameFinder } from '@/lib/retrieval/learn-names'
import { levelScore } from '@/lib/retrieval/meaning/meaning-scale'
import { readQuestion } from '@/lib/retrieval/read-question'
import type { IndexedRule, IndexParts, MeaningScores, RuleHit, RuleIndex, SearchOptions } from '@/lib/retrieval/schema'
import { lengthSteps, SEGMENT_RULES, type Segment, segmentSteps } from '@/lib/retrieval/segment'
import { splitClauses } from '@/lib/retrieval/split-clauses'
import { classifierSteps } from '@/lib/retrieval/train-classifier'
import { verbatimKey } from '@/lib/retrieval/verbatim-key'
import type { Language } from '@/prisma/generated/enums'

// Spelt out, so that an evaluation runs in a clone where no database client was ever generated.
const LANGUAGES = Object.keys({ zh: true, en: true } satisfies Record<Language, true>) as Language[]
const SCRIPT: Record<Language, RegExp> = { zh: /\p{Script=Han}/u, en: /[A-Za-z]{2}/ }
// A rule of the other language answers only where the question really speaks both, and then it must be clearly better.
const OTHER_LANGUAGE_SHARE = 0.8

/** Builds the index of these rules in memory, at once; it never changes afterwards. Without a classifier: see trainClassifiers. */
export function buildRuleIndex(rules: IndexedRule[]): RuleIndex {
  return atOnce(ruleIndexSteps(rules))
}

/** The same in steps, for a process that has other things to do meanwhile. */
export function* ruleIndexSteps(rules: IndexedRule[]): Steps<RuleIndex> {
  const ordered = [...rules].sort((one, other) => (one.id < other.id ? -1 : 1))
  const parts: Partial<IndexParts> = {}
  for (const language of LANGUAGES) {
    const named = ordered.filter((rule) => rule.language === language)
    const names = yield* learnNameSteps(named)
    const own = names.size === 0 ? named : named.map((rule) => ({ ...rule, learnedEntity: names.get(rule.id) ?? null }))
    const lengths = yield* lengthSteps(own)
    const segments: Segment[] = []
    for (let at = 0; at < own.length; at += SEGMENT_RULES) segments.push(yield* segmentSteps(own.slice(at, at + SEGMENT_RULES), lengths))
    parts[language] = { segments, lengths, classifier: null }
  }
  return joinParts(parts as IndexParts)
}

/**
 * The index with some rules changed or new and some gone: only the segments they are in are made anew. What the classifier learnt stays,
 * also of rules that have changed since, until it is trained again.
 */
export function* patchSteps(index: RuleIndex, { changed, goneIds }: { changed: IndexedRule[]; goneIds: string[] }): Steps<RuleIndex> {
  const touched = new Set([...changed.map(({ id }) => id), ...goneIds])
  const parts: Partial<IndexParts> = {}
  for (const language of LANGUAGES) {
    const { segments, ...rest } = index.parts[language]
    // Where no name was learnt of any rule, none is of a new one.
    const isLearning = segments.some(({ rules }) => rules.some(({ learnedEntity }) => learnedEntity))
    const names = new Set(
      isLearning ? segments.flatMap(({ rules }) => rules.flatMap(({ entity, learnedEntity }) => entity || learnedEntity || [])) : [],
    )
    const own = changed.filter((rule) => rule.language === language)
    const nameOf = nameFinder(names)
    const fresh = new Map(
      own.map((rule) => [rule.id, names.size === 0 ? rule : { ...rule, learnedEntity: rule.entity ? null : nameOf(rule) }]),
    )
    const wanted: { rules: IndexedRule[]; segment: Segment | null }[] = segments.map((segment) => {
      if (!segment.rules.some(({ id }) => touched.has(id))) return { rules: segment.rules, segment }
      // A rule keeps its place, unless it is gone or has another language now.
      const rules = segment.rules.flatMap((rule) => (touched.has(rule.id) ? (fresh.get(rule.id) ?? []) : rule))
      return { rules, segment: null }
    })
    for (const { rules } of wanted) for (const { id } of rules) fresh.delete(id)
    for (const rule of fresh.values()) {
      const last = wanted.at(-1)
      if (last && last.rules.length < SEGMENT_RULES) wanted[wanted.length - 1] = { rules: [...last.rules, rule], segment: null }
      else wanted.push({ rules: [rule], segment: null })
    }
    const made: Segment[] = []
    for (const { rules, segment } of wanted) {
      if (segment) made.push(segment)
      else if (rules.length > 0) made.push(yield* segmentSteps(rules, rest.lengths))
    }
    parts[language] = { segments: made, ...rest }
  }
  return joinParts(parts as IndexParts)
}

/** The index with classifiers trained on its rules' phrasings, where they have enough; takes seconds for hundreds of rules. */
export function* trainingSteps(index: RuleIndex): Steps<RuleIndex> {
  const parts: Partial<IndexParts> = {}
  for (const language of LANGUAGES) {
    const part = index.parts[language]
    parts[language] = { ...part, classifier: yield* classifierSteps(part.segments.flatMap(({ rules }) => rules)) }
  }
  return joinParts(parts as IndexParts)
}

/** The same index with what another one's classifiers learnt. */
export function withClassifiersOf(index: RuleIndex, trained: RuleIndex): RuleIndex {
  const part = (language: Language) => ({ ...index.parts[language], classifier: trained.parts[language].classifier })
  return joinParts({ zh: part('zh'), en: part('en') })
}

function joinParts(parts: IndexParts): RuleIndex {
  const languages = LANGUAGES.map((language) => ({ language, index: joinSegments(parts[language].segments, parts[language].classifier) }))
  const allSegments = LANGUAGES.flatMap((language) => parts[language].segments)
  return {
    size: languages.reduce((sum, { index }) => sum + index.rules.length, 0),
    parts,
    search(text, options) {
      const key = verbatimKey(text)
      const verbatim = findVerbatim(
        allSegments.flatMap(({ askedAs }) => askedAs.get(key) ?? []),
        options,
      )
      return languages
        .filter(({ language }) => language === options.language || SCRIPT[language].test(text))
        .flatMap(({ language, index }) => {
          const share = options.language && language !== options.language ? OTHER_LANGUAGE_SHARE : 1
          const scale = options.meaning?.[language]?.scale
          return searchLanguage(index, text, { ...options, verbatim, said: options.meaning?.[language] }).map((hit) => {
            const score = toUnit(hit.score * share)
            return { ...hit, score: scale ? levelScore(scale, score) : score }
          })
        })
        .map((hit) => (hit.isVerbatim ? { ...hit, score: 1 } : hit))
        .sort(byScore)
        .slice(0, options.limit)
    },
  }
}

/** The valid rules of highest score, best first, and the verbatim one wherever it stands; the score is still the sum of the scorers. */
function searchLanguage(
  index: LanguageIndex,
  text: string,
  options: SearchOptions & { verbatim?: IndexedRule; said?: MeaningScores },
): RuleHit[] {
  const { before = [], said: meaning } = options
  const question = readQuestion(text, before)
  const sums = index.weigh(question, { named: [text, ...before.map((earlier) => earlier.text)], meaning })
  const places = bestPlaces(sums, index.rules, options)
  // Another rule may share more words with the question than the one that is asked in just these.
  const place = options.verbatim ? index.rules.indexOf(options.verbatim) : -1
  const first = places[0]
  // One factor for all hits: it says how well the question is answered at all, and leaves their order alone.
  const factor =
    first === undefined
      ? 1
      : stretchOf(index, text, { at: first, sum: sums[first]!, isAlone: before.length === 0 }) * index.matchAt(question, first)
  return (place < 0 || places.includes(place) ? places : [...places, place]).map((at) => ({
    rule: index.rules[at]!,
    score: sums[at]! * factor,
    parts: { ...index.partsAt(at), match: sums[at]! * (factor - 1) },
    isVerbatim: at === place,
  }))
}

/** The places of the valid rules with the highest figures above 0, highest first, equal ones by id. */
function bestPlaces(figures: Float32Array, rules: IndexedRule[], { limit, now }: SearchOptions): number[] {
  const best: number[] = []
  const isBetter = (at: number, other: number) =>
    figures[at]! > figures[other]! || (figures[at] === figures[other] && rules[at]!.id < rules[other]!.id)
  for (let at = 0; at < figures.length; at++) {
    if (figures[at]! <= 0) continue
    const isFull = best.length === limit
    if ((isFull && !isBetter(at, best.at(-1)!)) || !isValid(rules[at]!, now)) continue
    if (isFull) best.pop()
    const place = best.findIndex((other) => isBetter(at, other))
    best.splice(place < 0 ? best.length : place, 0, at)
  }
  return best
}

/** A clause is short, and by chance a short text is in a rule sooner than a long one: not all of its higher share counts. */
const CLAUSE_POWER = 0.8

/**
 * By how much the scores of a message grow because one of its clauses asks what the best rule answers: a story around the question must
 * not push it under the floor, nor must what was said before it. On the sample shop's tickets the best score is then 0.47 to 1 where a rule
 * answers and 0.23 to 0.48 where none does. The order of the rules stays that of the whole message, for the story says which of two similar
 * rules is meant.
 */
function stretchOf(index: LanguageIndex, text: string, top: { at: number; sum: number; isAlone: boolean }): number {
  const parts = splitClauses(text)
  const clauses = [...(parts.length < 2 ? [] : parts), ...(top.isAlone ? [] : [text])]
  return Math.max(1, ...clauses.map((clause) => index.weighOne(readQuestion(clause), top.at) / top.sum)) ** CLAUSE_POWER
}

/** Sums of BM25 have no upper end; this keeps their order and brings them below 1. */
function toUnit(sum: number): number {
  return 1 - Math.exp(-1.5 * sum)
}

function isValid({ validFrom, validUntil }: IndexedRule, now: Date): boolean {
  return (!validFrom || validFrom <= now) && (!validUntil || now < validUntil)
}

/** The one rule that is asked in just these words; two of them are none, for nobody could say which was meant. */
function findVerbatim(candidates: IndexedRule[], { language, now }: SearchOptions): IndexedRule | undefined {
  const [rule, ...others] = candidates.filter((candidate) => isValid(candidate, now) && (!language || candidate.language === language))
  return others.length === 0 ? rule : undefined
}

function byScore(one: RuleHit, other: RuleHit): number {
  return other.score - one.score || (one.rule.id < other.rule.id ? -1 : 1)
}
