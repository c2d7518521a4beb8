// biome-ignore-all lint/style/noNonNullAssertion: every place read here was counted before, and these are the hot loops.

import { isCommonWord } from '@/lib/retrieval/common-words'
import type { Steps } from '@/lib/retrieval/in-slices'
import { clean } from '@/lib/retrieval/read-question'
import { readTerms, type Terms } from '@/lib/retrieval/read-terms'
import type { IndexedRule } from '@/lib/retrieval/schema'

/** Tells the rules with many phrasings apart by which words weigh for which, learnt from those phrasings. */
export type Classifier = {
  /** The number of each rule it knows, by the rule's id. */
  classOf: Map<string, number>
  /** How sure it is of each rule it knows, by number: 0 is no more than a guess, 1 is certain. The array is overwritten by the next call. */
  classify(terms: Terms): Float32Array
}

/** With fewer phrasings a rule, it does not beat the index alone (3: +0.5 points of recall@1, 13: +4); see bench/README.md. */
export const MIN_PHRASINGS = 6
/** More would take minutes to train and more memory than the index. */
const MAX_CLASSES = 1_000
/** Weights in all, 4 bytes each: what says more is folded into the places there are. */
const MAX_WEIGHTS = 16_000_000
const MAX_PLACES = 65_536
const PASSES = 15
const RATE = 3
/** A rule the classifier is this sure not to be meant is not moved further away: it halves the time and changes nothing measurable. */
const NEGLIGIBLE = 1e-3

/** All ways a rule is known to be asked: its question, what the admin wrote and what was learnt. */
export function phrasingsOf({ question, variants, learned = [] }: IndexedRule): string[] {
  return [question, ...variants, ...learned]
}

type Vector = { places: Int32Array; values: Float32Array }

/** Multinomial logistic regression over words, pairs of them, grams and concepts, by stochastic descent in an order that never varies. */
export function* classifierSteps(rules: IndexedRule[]): Steps<Classifier | null> {
  const known = rules
    .filter((rule) => phrasingsOf(rule).length >= MIN_PHRASINGS)
    .sort((one, other) => phrasingsOf(other).length - phrasingsOf(one).length || (one.id < other.id ? -1 : 1))
    .slice(0, MAX_CLASSES)
  if (known.length < 2) return null
  // The last class is every other rule: without it, whatever they are asked would have to be one of those known.
  const ids = new Set(known.map(({ id }) => id))
  const others = rules.filter(({ id }) => !ids.has(id)).slice(0, MAX_CLASSES)
  const count = known.length + 1
  const places = 2 ** Math.floor(Math.log2(Math.min(MAX_PLACES, MAX_WEIGHTS / count)))

  const examples: { features: Map<number, number>; rule: number }[] = []
  const holders = new Int32Array(places)
  for (const [at, indexed] of [...known, ...others].entries()) {
    const rule = Math.min(at, known.length)
    for (const text of phrasingsOf(indexed)) {
      const features = featuresOf(readTerms(clean(text)), places)
      for (const place of features.keys()) holders[place]!++
      examples.push({ features, rule })
    }
    yield
  }
  const vectorOf = (features: Map<number, number>): Vector => {
    const values = Float32Array.from(features, ([place, value]) => value * Math.log(1 + examples.length / Math.max(1, holders[place]!)))
    const length = Math.hypot(...values) || 1
    return { places: Int32Array.from(features.keys()), values: values.map((value) => value / length) }
  }
  const vectors = examples.map(({ features }) => vectorOf(features))
  const weights = new Float32Array(places * count)
  const shares = new Float32Array(count)
  const judge = ({ places, values }: Vector) => {
    shares.fill(0)
    for (let at = 0; at < places.length; at++) {
      const from = places[at]! * count
      const value = values[at]!
      for (let rule = 0; rule < count; rule++) shares[rule]! += value * weights[from + rule]!
    }
    softmax(shares)
  }

  const next = numbersFrom(1)
  const order = examples.map((_, at) => at)
  const pushed = new Int32Array(count)
  for (let pass = 0; pass < PASSES; pass++) {
    shuffle(order, next)
    const rate = RATE / (1 + pass * 0.1)
    for (const [turn, at] of order.entries()) {
      const vector = vectors[at]!
      judge(vector)
      shares[examples[at]!.rule]! -= 1
      let some = 0
      for (let rule = 0; rule < count; rule++) if (Math.abs(shares[rule]!) > NEGLIGIBLE) pushed[some++] = rule
      for (let feature = 0; feature < vector.places.length; feature++) {
        const from = vector.places[feature]! * count
        const step = rate * vector.values[feature]!
        for (let one = 0; one < some; one++) weights[from + pushed[one]!]! -= step * shares[pushed[one]!]!
      }
      if (turn % 20 === 0) yield
    }
  }
  return {
    classOf: new Map(known.map(({ id }, at) => [id, at])),
    classify(terms) {
      judge(vectorOf(featuresOf(terms, places)))
      // A question that says nothing is as likely any of them; that is no certainty.
      const guess = 1 / count
      for (let rule = 0; rule < count; rule++) shares[rule] = Math.max(0, (shares[rule]! - guess) / (1 - guess))
      return shares
    },
  }
}

/** What speaks in a text, folded into so many places, each with its importance. */
function featuresOf({ words, grams, concepts }: Terms, places: number): Map<number, number> {
  const features = new Map<number, number>()
  const put = (term: string, value: number) => features.set(placeOf(term, places), value)
  for (const gram of grams) put(gram, 0.4)
  words.forEach((word, at) => {
    put(word, isCommonWord(word) ? 0.3 : 1)
    const before = words[at - 1]
    // Han comes in pairs already.
    if (before !== undefined && !/\p{Script=Han}/u.test(before + word)) put(`${before} ${word}`, 0.7)
  })
  for (const concept of concepts) put(concept, 1)
  return features
}

/** FNV-1a; `places` is a power of two. */
function placeOf(term: string, places: number): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < term.length; at++) hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 15)) & (places - 1)
}

function softmax(values: Float32Array): void {
  let most = Number.NEGATIVE_INFINITY
  for (let at = 0; at < values.length; at++) if (values[at]! > most) most = values[at]!
  let sum = 0
  for (let at = 0; at < values.length; at++) {
    values[at] = Math.exp(values[at]! - most)
    sum += values[at]!
  }
  for (let at = 0; at < values.length; at++) values[at]! /= sum
}

function shuffle(values: number[], next: () => number): void {
  for (let at = values.length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1))
    const held = values[at]!
    values[at] = values[other]!
    values[other] = held
  }
}

/** Numbers from 0 to 1 that look random and are the same every time (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
