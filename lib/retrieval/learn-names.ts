import { isCommonWord } from '@/lib/retrieval/common-words'
import { atOnce, type Steps } from '@/lib/retrieval/in-slices'
import { clean } from '@/lib/retrieval/read-question'
import type { IndexedRule } from '@/lib/retrieval/schema'
import { stemWord } from '@/lib/retrieval/stem-word'

/** `Rose and Crown`, `The Marlowe Arms`: capitalised words in a row, small ones between them. */
const CAPITALISED = /\p{Lu}[\p{L}\p{N}'’]*(?:(?: (?:and|of|the|de|la|at|&))? \p{Lu}[\p{L}\p{N}'’]*)*/gu
const HAN = /\p{Script=Han}/u
const SMALL = /(?<![\p{L}\p{N}])\p{Ll}+/gu
const SENTENCES = /(?<=[.!?:])\s+|\n/u
/** One thing has several rules, and a knowledge base about several things is mostly about them; anything less is a word like any other. */
const MIN_RULES_A_NAME = 3
const MIN_NAMES = 3
const MAX_SHARE_OF_ONE = 1 / 3
const MIN_SHARE_OF_ALL = 0.6
/** So many of the rules with a name ask what is asked of another name as well; elsewhere a recurring capital is a topic, a brand or a title. */
const MIN_SHARE_ALIKE = 0.25

/** Rules looked at in one go: a large knowledge base takes a tenth of a second, and others wait meanwhile. */
const RULES_A_STEP = 20

/**
 * What each rule is about, by its id, where nobody said so but the rules' own questions tell: a knowledge base of many houses or products
 * names one of them in most of its questions ("Is breakfast free at Acorn House?"). Where rules do say it, in either language, the others are
 * about a name of theirs that stands in their question. Empty where it does not look like such a knowledge base.
 */
export function learnNames(rules: IndexedRule[]): Map<string, string> {
  return atOnce(learnNameSteps(rules))
}

/** The same in steps, for a process that has other things to do meanwhile. */
export function* learnNameSteps(rules: IndexedRule[]): Steps<Map<string, string>> {
  const said = new Set(rules.flatMap(({ entity }) => entity || []))
  if (said.size > 0) return yield* findNameSteps(rules, said)
  if (rules.length < MIN_NAMES * MIN_RULES_A_NAME) return new Map()
  const least = rules.length * MIN_SHARE_OF_ALL
  const capitalised: Capitalised[][] = []
  let mayHaveOne = 0
  for (const [at, { question, variants }] of rules.entries()) {
    const some = [question, ...variants].flatMap((text) => text.split(SENTENCES)).flatMap(capitalisedIn)
    capitalised.push(some)
    if (some.length > 0) mayHaveOne++
    // Most knowledge bases end here: which first words have a capital only because they are the first need not be known.
    if (mayHaveOne + rules.length - at - 1 < least) return new Map()
    if (at % RULES_A_STEP === 0) yield
  }
  const small = new Set<string>()
  for (const [at, { question, variants }] of rules.entries()) {
    for (const text of [question, ...variants]) for (const [word] of text.matchAll(SMALL)) small.add(word)
    if (at % RULES_A_STEP === 0) yield
  }
  const candidates: Map<string, string>[] = []
  const counts = new Map<string, number>()
  const cleaned = new Map<string, string>()
  const keyOf = (name: string) => {
    const key = cleaned.get(name) ?? clean(name)
    cleaned.set(name, key)
    return key
  }
  for (const [at, some] of capitalised.entries()) {
    const names = new Map(some.flatMap((one) => nameOf(one, small) ?? []).map((name) => [keyOf(name), name]))
    for (const key of names.keys()) counts.set(key, (counts.get(key) ?? 0) + 1)
    candidates.push(names)
    if (at % RULES_A_STEP === 0) yield
  }
  const isName = (key: string) => {
    const count = counts.get(key) ?? 0
    return count >= MIN_RULES_A_NAME && count <= rules.length * MAX_SHARE_OF_ONE
  }
  if (candidates.filter((names) => [...names.keys()].some(isName)).length < least) return new Map()
  yield
  // What is asked of every house (WiFi, Visa) stands beside many names, and a name beside few such words.
  const beside = new Map<string, Set<string>>()
  for (const names of candidates) {
    const some = [...names.keys()].filter(isName)
    for (const key of some) {
      const others = beside.get(key) ?? new Set()
      for (const other of some) others.add(other)
      beside.set(key, others)
    }
  }
  yield
  const words = (key: string) => key.split(' ').length
  const found = new Map<string, string>()
  for (const [at, names] of candidates.entries()) {
    const [best] = [...names.keys()]
      .filter(isName)
      .sort((one, other) => words(other) - words(one) || (beside.get(one)?.size ?? 0) - (beside.get(other)?.size ?? 0))
    const rule = rules[at]
    if (best !== undefined && rule) found.set(rule.id, names.get(best) ?? best)
  }
  yield
  const isAboutThings = found.size >= least && new Set([...found.values()].map(clean)).size >= MIN_NAMES
  return isAboutThings && (yield* alikeSteps(rules, found)) >= found.size * MIN_SHARE_ALIKE ? found : new Map()
}

/** How many rules with a name ask the same as a rule with another one, the names left out. */
function* alikeSteps(rules: IndexedRule[], names: Map<string, string>): Steps<number> {
  const askedOf = new Map<string, string[]>()
  for (const [at, { id, question }] of rules.entries()) {
    if (at % RULES_A_STEP === 0) yield
    const name = names.get(id)
    if (name === undefined) continue
    const bare = ` ${clean(question)} `.replace(` ${clean(name)} `, ' ')
    const stems = bare.split(' ').map(stemWord)
    const key = [...new Set(stems.filter((stem) => stem !== '' && !isCommonWord(stem)))].sort().join(' ')
    if (key !== '') askedOf.set(key, [...(askedOf.get(key) ?? []), clean(name)])
  }
  return [...askedOf.values()].filter((some) => new Set(some).size > 1).reduce((sum, some) => sum + some.length, 0)
}

/** Tells which of the names known already a rule that was written later is about: the longest in its questions, null without one. */
export function nameFinder(names: Iterable<string>): (rule: IndexedRule) => string | null {
  const known = patternsOf(names)
  return ({ question, variants }) => longestWithin([question, ...variants], known)
}

/** A variant may name one house as an example; the question says what the rule is about. None where most rules are about nothing single. */
function* findNameSteps(rules: IndexedRule[], names: Set<string>): Steps<Map<string, string>> {
  const known = patternsOf(names)
  const found = new Map<string, string>()
  let named = 0
  for (const [at, { id, question, entity }] of rules.entries()) {
    if (at % RULES_A_STEP === 0) yield
    const name = entity ? null : longestWithin([question], known)
    if (entity || name) named++
    if (name) found.set(id, name)
  }
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

/** Capitalised words in a row, and the first of them where it has its capital anyway, because it begins the sentence. */
type Capitalised = { words: string; first: string | null }

function capitalisedIn(sentence: string): Capitalised[] {
  return [...sentence.matchAll(CAPITALISED)].flatMap(({ 0: words, index }) => {
    const begins = sentence.slice(0, index).trim() === ''
    const [first = ''] = words.split(' ')
    const isCommon = begins && first.toLowerCase() !== 'the' && isCommonWord(stemWord(first.toLowerCase()))
    const rest = isCommon ? words.slice(first.length).trim() : words
    // A single letter is no name; nor is "I".
    return rest.length >= 3 ? [{ words: rest, first: begins && !isCommon ? first : null }] : []
  })
}

/** The name itself: a word that begins a sentence belongs to it only where it never stands without a capital. */
function nameOf({ words, first }: Capitalised, small: Set<string>): string | null {
  const word = first?.toLowerCase()
  const name = first !== null && word !== undefined && word !== 'the' && small.has(word) ? words.slice(first.length).trim() : words
  return name.length >= 3 ? name : null
}
