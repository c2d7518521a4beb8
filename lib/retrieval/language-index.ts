// biome-ignore-all lint/style/noNonNullAssertion: every place read here was counted before, and these are the hot loops.

import { buildEntityIndex, type EntityIndex } from '@/lib/retrieval/entity-index'
import { addedBy } from '@/lib/retrieval/meaning/meaning-scale'
import type { AskedTerms, Question } from '@/lib/retrieval/read-question'
import type { Terms } from '@/lib/retrieval/read-terms'
import type { IndexedRule, MeaningScores, ScoreParts } from '@/lib/retrieval/schema'
import type { Segment } from '@/lib/retrieval/segment'
import type { Classifier } from '@/lib/retrieval/train-classifier'

/** The rules of one language with their scorers; a position is the rule's place in `rules`. */
export type LanguageIndex = {
  rules: IndexedRule[]
  /** Scores of every rule by position, from 0, about 1 where all that is asked is in the rule; the sheet is overwritten by the next call. */
  weigh(question: Question, asked: { named: string[]; meaning?: MeaningScores }): Float32Array
  /** What the score at this position was summed from, as of the last call of `weigh`. */
  partsAt(position: number): Omit<ScoreParts, 'match'>
  /** The score of one rule alone, what the classifier says left out; what the meaning says is that of the last call of `weigh`. */
  weighOne(question: Question, position: number): number
  /** By how much the score of a question grows, or shrinks below 1, for what its best rule has in common with it; see matchFactor. */
  matchAt(question: Question, position: number): number
}

/** How much the words, concepts among them, and their grams have to say. */
const SAYS = { words: 1.5, grams: 0.9 }
/**
 * A concept beside a word that is as rare. With the lexicon, 2.5 gains 0.9 points of recall@1 and 0.6 of AUC over 2 on average; 3 gains as
 * much again in AUC alone, but lets a short clause about one thing pass for an answer.
 */
const CONCEPT_WORTH = 2.5
const KINDS = ['words', 'grams', 'concepts'] as const satisfies (keyof Terms)[]
/** What the classifier's certainty, 0 to 1, adds to a score; it knows only rules with enough phrasings. */
const CERTAIN = 0.6
/** What is left of the score of a rule about something that nobody named. */
const UNNAMED = 0.2
/** In a large knowledge base a term that this share of the rules has costs more time than it tells. */
const TOO_COMMON = 0.2
const LARGE = 2_000
/** Of one kind, in a large one; a message of a thousand characters has some 300 words and 900 grams, and the common ones tell least. */
const MAX_TERMS = 64
/** Terms whose places are kept; a desk's customers use some 10,000. */
const MAX_KNOWN = 20_000
/**
 * A knowledge base is counted as at least this large. In one of three rules every term that a rule has would pass for
 * common, a question about other things would score as high as one the rule answers, and no floor would hold.
 */
const SMALL = 40
/** The factor's figure where the right rule is found, in the middle; it brings the factor to about 1. */
const USUAL_MATCH = 2.65

/**
 * Coverage alone takes one shared word of a short question for as good as ten of a long one, so the score also grows, slowly, with how many
 * telling terms the best rule shares with the question. Chosen among some fifty formulas and logistic fits over more features, none of which
 * did better on sets they were not fitted on: bench/README.md.
 */
function matchFactor(shared: number): number {
  return Math.log(8 + shared) / USUAL_MATCH
}
/** As many shared terms bring the factor to 1; a rule that surely means the same is not held to share any. */
const USUAL_SHARED = Math.exp(USUAL_MATCH) - 8

function buildEntities(rules: IndexedRule[]): EntityIndex | null {
  if (rules.some(({ entity }) => entity))
    return buildEntityIndex(
      rules.map(({ entity, learnedEntity }) => entity || learnedEntity || ''),
      { isLearned: false },
    )
  if (rules.some(({ learnedEntity }) => learnedEntity))
    return buildEntityIndex(
      rules.map(({ learnedEntity }) => learnedEntity ?? ''),
      { isLearned: true },
    )
  return null
}

/** A term with its number in each segment and how many rules have it in all. */
type Found = { numbers: Int32Array; holders: number }
/** A term of the question with what having it is worth. */
type Looked = { numbers: Int32Array; worth: number }

/** Joins segments of rules that are all of one language into what can be searched. */
export function joinSegments(segments: Segment[], classifier: Classifier | null): LanguageIndex {
  const rules = segments.flatMap((segment) => segment.rules)
  const offsets = segments.map((_, at) => segments.slice(0, at).reduce((sum, { terms }) => sum + terms.size, 0))
  const entities = buildEntities(rules)
  const classOf = classifier && Int32Array.from(rules, ({ id }) => classifier.classOf.get(id) ?? -1)
  // A search never awaits, so one sheet of figures serves them all.
  const sum = new Float32Array(rules.length)
  const size = Math.max(rules.length, SMALL)
  const isLarge = rules.length >= LARGE
  const rarity = (holders: number) => Math.log(1 + (size - holders + 0.5) / (holders + 0.5))

  // Questions use the same words again and again, and each has to be looked up in every segment.
  const known = new Map<string, Found>()
  const find = (term: string): Found => {
    const before = known.get(term)
    if (before) return before
    const numbers = Int32Array.from(segments, ({ terms }) => terms.numberOf(term))
    const holders = numbers.reduce((total, number, at) => total + (number < 0 ? 0 : segments[at]!.terms.holdersOf(number)), 0)
    if (known.size >= MAX_KNOWN) known.clear()
    known.set(term, { numbers, holders })
    return { numbers, holders }
  }
  /** What having each term is worth, those worth most if they are too many; `whole` is what having all would be. */
  const lookUp = ({ asked, before }: AskedTerms, scale: number) => {
    const looked: Looked[] = []
    let whole = 0
    const look = (terms: Map<string, number>, isAsked: boolean) => {
      for (const [term, importance] of terms) {
        const { numbers, holders } = find(term)
        // What was said before and is in no rule was not asked; a name is not asked either.
        if (holders === 0 && (!isAsked || entities?.isNamePart(term))) continue
        if (isLarge && holders > rules.length * TOO_COMMON) continue
        const worth = scale * importance * rarity(holders)
        whole += worth
        if (holders > 0) looked.push({ numbers, worth })
      }
    }
    look(asked, true)
    look(before, false)
    if (!isLarge || looked.length <= MAX_TERMS) return { looked, whole }
    looked.sort((one, other) => other.worth - one.worth)
    for (const { worth } of looked.splice(MAX_TERMS)) whole -= worth
    return { looked, whole }
  }
  /** The same for every kind, each worth a share of 1 in all. */
  const lookUpAll = (question: Question): Record<keyof Terms, Looked[]> => {
    const words = lookUp(question.words, 1)
    const grams = lookUp(question.grams, 1)
    const concepts = lookUp(question.concepts, CONCEPT_WORTH)
    // Han has no grams: there the words speak alone, or every Chinese score would be lower.
    const share = SAYS.grams * question.latinShare
    const meaning = (words.whole + concepts.whole) * (SAYS.words + share)
    for (const { worth, of } of [
      { worth: SAYS.words / (meaning || 1), of: words },
      { worth: SAYS.words / (meaning || 1), of: concepts },
      { worth: share / (grams.whole * (SAYS.words + share) || 1), of: grams },
    ]) {
      for (const one of of.looked) one.worth *= worth
    }
    return { words: words.looked, grams: grams.looked, concepts: concepts.looked }
  }
  /** What one rule has of the terms. */
  const scoreOf = (looked: Looked[], at: number) => {
    const segment = segmentOf(at)
    const { terms } = segments[segment]!
    const sum = { all: 0, asked: 0 }
    for (const { numbers, worth } of looked) {
      const weights = numbers[segment]! < 0 ? null : terms.weightsOf(numbers[segment]!, at - offsets[segment]!)
      if (!weights) continue
      sum.all += worth * weights.all
      sum.asked += worth * weights.asked
    }
    return sum
  }
  const segmentOf = (at: number) => offsets.findLastIndex((offset) => offset <= at)
  let namedBy: Float32Array = new Float32Array(0)
  let lastLooked: Record<keyof Terms, Looked[]> = { words: [], grams: [], concepts: [] }
  let certainty: Float32Array = new Float32Array(0)
  const certainAt = (at: number) => {
    const number = classOf?.[at] ?? -1
    return number < 0 ? 0 : CERTAIN * (certainty[number] ?? 0)
  }
  let said: MeaningScores | undefined
  const meantAt = (at: number) => (said ? addedBy(said.scale, said.cosines[at]!) : 0)

  return {
    rules,
    weigh(question, { named, meaning }) {
      sum.fill(0)
      said = meaning
      const looked = lookUpAll(question)
      lastLooked = looked
      for (let at = 0; at < segments.length; at++) {
        const { terms } = segments[at]!
        for (const kind of KINDS) {
          for (const { numbers, worth } of looked[kind]) if (numbers[at]! >= 0) terms.score(numbers[at]!, worth, sum, offsets[at]!)
        }
      }
      if (classifier) {
        certainty = classifier.classify(question.terms)
        for (let at = 0; at < sum.length; at++) sum[at]! += certainAt(at)
      }
      if (said) for (let at = 0; at < sum.length; at++) sum[at]! += meantAt(at)
      if (entities) {
        namedBy = entities.shareNamed(named)
        for (let at = 0; at < sum.length; at++) sum[at]! *= UNNAMED + (1 - UNNAMED) * namedBy[entities.nameOf[at]!]!
      }
      return sum
    },
    partsAt(at) {
      const scores = KINDS.map((kind) => scoreOf(lastLooked[kind], at))
      const [words, grams, concepts] = scores.map(({ asked }) => asked) as [number, number, number]
      const whole = scores.reduce((total, { all }) => total + all, 0)
      const learned = certainAt(at)
      const meant = meantAt(at)
      const entity = entities ? -(whole + learned + meant) * (1 - UNNAMED) * (1 - namedBy[entities.nameOf[at]!]!) : 0
      const parts = { words, grams, concepts, answer: whole - words - grams - concepts, classifier: learned, entity }
      return said ? { ...parts, meaning: meant } : parts
    },
    weighOne(question, at) {
      const looked = lookUpAll(question)
      const named = entities ? UNNAMED + (1 - UNNAMED) * namedBy[entities.nameOf[at]!]! : 1
      return KINDS.reduce((total, kind) => total + scoreOf(looked[kind], at).all, meantAt(at)) * named
    },
    matchAt(question, at) {
      const segment = segmentOf(at)
      let shared = 0
      for (const { asked } of [question.words, question.concepts]) {
        for (const [term, importance] of asked) {
          const number = importance === 1 ? find(term).numbers[segment]! : -1
          if (number >= 0 && segments[segment]!.terms.weightsOf(number, at - offsets[segment]!)) shared++
        }
      }
      // A model that is sure stands for the terms that the question should have shared.
      const sure = said?.scale.weight ? Math.min(1, meantAt(at) / said.scale.weight) : 0
      return matchFactor(Math.max(shared, sure * USUAL_SHARED))
    },
  }
}
