import { isCommonWord } from '@/lib/retrieval/common-words'
import { clean } from '@/lib/retrieval/read-question'
import type { IndexedRule } from '@/lib/retrieval/schema'
import { stemWord } from '@/lib/retrieval/stem-word'

/** `Rose and Crown`, `The Marlowe Arms`: capitalised words in a row, small ones between them. */
const CAPITALISED = /\p{Lu}[\p{L}\p{N}'’]*(?:(?: (?:and|of|the|de|la|at|&))? \p{Lu}[\p{L}\p{N}'’]*)*/gu
const HAN = /\p{Script=Han}/u
const SENTENCES = /(?<=[.!?:])\s+|\n/u
/** One thing has several rules, and a knowledge base about several things is mostly about them; anything less is a word like any other. */
const MIN_RULES_A_NAME = 3
const MIN_NAMES = 3
const MAX_SHARE_OF_ONE = 1 / 3
const MIN_SHARE_OF_ALL = 0.6
/** So many of the rules with a name ask what is asked of another name as well; elsewhere a recurring capital is a topic, a brand or a title. */
const MIN_SHARE_ALIKE = 0.25

/**
 * What each rule is about, by its id, where nobody said so but the rules' own questions tell: a knowledge base of many houses or products
 * names one of them in most of its questions ("Is breakfast free at Acorn House?"). Where rules do say it, in either language, the others are
 * about a name of theirs that stands in their question. Empty where it does not look like such a knowledge base.
 */
export function learnNames(rules: IndexedRule[]): Map<string, string> {
  const said = new Set(rules.flatMap(({ entity }) => entity || []))
  if (said.size > 0) return findNames(rules, said)
  if (rules.length < MIN_NAMES * MIN_RULES_A_NAME) return new Map()
  const texts = rules.map(({ question, variants }) => [question, ...variants].flatMap((text) => text.split(SENTENCES)))
  const small = new Set(texts.flat().flatMap((text) => text.match(/(?<![\p{L}\p{N}])\p{Ll}+/gu) ?? []))
  const candidates = texts.map((sentences) => new Map(sentences.flatMap((text) => namesIn(text, small)).map((name) => [clean(name), name])))
  const counts = new Map<string, number>()
  for (const names of candidates) for (const key of names.keys()) counts.set(key, (counts.get(key) ?? 0) + 1)
  const isName = (key: string) => {
    const count = counts.get(key) ?? 0
    return count >= MIN_RULES_A_NAME && count <= rules.length * MAX_SHARE_OF_ONE
  }
  // What is asked of every house (WiFi, Visa) stands beside many names, and a name beside few such words.
  const beside = new Map<string, Set<string>>()
  for (const names of candidates) {
    const some = [...names.keys()].filter(isName)
    for (const key of some) beside.set(key, new Set([...(beside.get(key) ?? []), ...some]))
  }
  const words = (key: string) => key.split(' ').length
  const found = new Map<string, string>()
  for (const [at, names] of candidates.entries()) {
    const [best] = [...names.keys()]
      .filter(isName)
      .sort((one, other) => words(other) - words(one) || (beside.get(one)?.size ?? 0) - (beside.get(other)?.size ?? 0))
    const rule = rules[at]
    if (best !== undefined && rule) found.set(rule.id, names.get(best) ?? best)
  }
  const isAboutThings = found.size >= rules.length * MIN_SHARE_OF_ALL && new Set([...found.values()].map(clean)).size >= MIN_NAMES
  return isAboutThings && countAlike(rules, found) >= found.size * MIN_SHARE_ALIKE ? found : new Map()
}

/** How many rules with a name ask the same as a rule with another one, the names left out. */
function countAlike(rules: IndexedRule[], names: Map<string, string>): number {
  const askedOf = new Map<string, string[]>()
  for (const { id, question } of rules) {
    const name = names.get(id)
    if (name === undefined) continue
    const bare = ` ${clean(question)} `.replace(` ${clean(name)} `, ' ')
    const stems = bare.split(' ').map(stemWord)
    const key = [...new Set(stems.filter((stem) => stem !== '' && !isCommonWord(stem)))].sort().join(' ')
    if (key !== '') askedOf.set(key, [...(askedOf.get(key) ?? []), clean(name)])
  }
  return [...askedOf.values()].filter((some) => new Set(some).size > 1).reduce((sum, some) => sum + some.length, 0)
}

/** Which of the names known already a rule that was written later is about: the longest in its questions, null without one. */
export function findName({ question, variants }: IndexedRule, names: Iterable<string>): string | null {
  return longestWithin([question, ...variants], patternsOf(names))
}

/** A variant may name one house as an example; the question says what the rule is about. None where most rules are about nothing single. */
function findNames(rules: IndexedRule[], names: Set<string>): Map<string, string> {
  const known = patternsOf(names)
  const found = new Map(
    rules.flatMap(({ id, question, entity }) => {
      const name = entity ? null : longestWithin([question], known)
      return name ? [[id, name] as const] : []
    }),
  )
  const named = rules.filter(({ entity }) => entity).length + found.size
  return named >= rules.length * MIN_SHARE_OF_ALL ? found : new Map()
}

type Pattern = { name: string; pattern: string }

/** Longest first. Han stands without blanks around it. */
function patternsOf(names: Iterable<string>): Pattern[] {
  const patterns = [...names].map((name) => ({ name, pattern: HAN.test(name) ? clean(name) : ` ${clean(name)} ` }))
  return patterns.filter(({ pattern }) => pattern.trim() !== '').sort((one, other) => other.pattern.length - one.pattern.length)
}

function longestWithin(texts: string[], patterns: Pattern[]): string | null {
  const cleaned = texts.map((text) => ` ${clean(text)} `)
  return patterns.find(({ pattern }) => cleaned.some((text) => text.includes(pattern)))?.name ?? null
}

/** The names in one sentence; its first word has a capital anyway, so that counts only where it never stands without one. */
function namesIn(sentence: string, small: Set<string>): string[] {
  return [...sentence.matchAll(CAPITALISED)].flatMap((match) => {
    let name = match[0]
    if (sentence.slice(0, match.index).trim() === '') {
      const [first = ''] = name.split(' ')
      const word = first.toLowerCase()
      if (word !== 'the' && (small.has(word) || isCommonWord(stemWord(word)))) name = name.slice(first.length).trim()
    }
    // A single letter is no name; nor is "I".
    return name.length >= 3 ? [name] : []
  })
}
