// biome-ignore-all lint/style/noNonNullAssertion: every place read here was counted before, and these are the hot loops.

import { buildLanguageIndex, type LanguageIndex } from '@/lib/retrieval/language-index'
import { readQuestion } from '@/lib/retrieval/read-question'
import type { IndexedRule, RuleHit, RuleIndex, SearchOptions } from '@/lib/retrieval/schema'
import { verbatimKey } from '@/lib/retrieval/verbatim-key'
import { Language } from '@/prisma/generated/enums'

const SCRIPT: Record<Language, RegExp> = { zh: /\p{Script=Han}/u, en: /[A-Za-z]{2}/ }
// A rule of the other language answers only where the question really speaks both, and then it must be clearly better.
const OTHER_LANGUAGE_SHARE = 0.8

/** Builds the index of these rules in memory. It never changes afterwards: a changed rule means a new index. */
export function buildRuleIndex(rules: IndexedRule[]): RuleIndex {
  const ordered = [...rules].sort((one, other) => (one.id < other.id ? -1 : 1))
  const languages = Object.values(Language).map((language) => ({
    language,
    index: buildLanguageIndex(ordered.filter((rule) => rule.language === language)),
  }))
  const askedAs = groupByKey(ordered)

  return {
    size: rules.length,
    search(text, options) {
      const question = readQuestion(text)
      const verbatim = findVerbatim(askedAs.get(verbatimKey(text)) ?? [], options)
      const hits = languages
        .filter(({ language }) => language === options.language || SCRIPT[language].test(text))
        .flatMap(({ language, index }) => {
          const share = options.language && language !== options.language ? OTHER_LANGUAGE_SHARE : 1
          return bestOf(index, index.weigh(question), options).map((hit) => ({ ...hit, score: toUnit(hit.score * share) }))
        })
        .map((hit) => (hit.rule === verbatim ? { ...hit, score: 1, isVerbatim: true } : hit))
      return hits.sort(byScore).slice(0, options.limit)
    },
  }
}

/** Sums of BM25 have no upper end; this keeps their order and brings them below 1. */
function toUnit(sum: number): number {
  return 1 - Math.exp(-1.5 * sum)
}

/** The valid rules of highest score, best first. */
function bestOf({ rules, partsAt }: LanguageIndex, scores: Float32Array, options: SearchOptions): RuleHit[] {
  const best: number[] = []
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at]!
    const isFull = best.length === options.limit
    if (score <= 0 || (isFull && score <= scores[best[best.length - 1]!]!) || !isValid(rules[at]!, options.now)) continue
    if (isFull) best.pop()
    const place = best.findIndex((other) => scores[other]! < score)
    best.splice(place < 0 ? best.length : place, 0, at)
  }
  return best.map((at) => ({ rule: rules[at]!, score: scores[at]!, parts: partsAt(at), isVerbatim: false }))
}

function isValid({ validFrom, validUntil }: IndexedRule, now: Date): boolean {
  return (!validFrom || validFrom <= now) && (!validUntil || now < validUntil)
}

/** The one rule that is asked in just these words; two of them are none, for nobody could say which was meant. */
function findVerbatim(candidates: IndexedRule[], { language, now }: SearchOptions): IndexedRule | undefined {
  const [rule, ...others] = candidates.filter((candidate) => isValid(candidate, now) && (!language || candidate.language === language))
  return others.length === 0 ? rule : undefined
}

function groupByKey(rules: IndexedRule[]): Map<string, IndexedRule[]> {
  const groups = new Map<string, IndexedRule[]>()
  for (const rule of rules) {
    for (const key of new Set([rule.question, ...rule.variants].map(verbatimKey))) {
      if (key !== '') groups.set(key, [...(groups.get(key) ?? []), rule])
    }
  }
  return groups
}

function byScore(one: RuleHit, other: RuleHit): number {
  return other.score - one.score || (one.rule.id < other.rule.id ? -1 : 1)
}
