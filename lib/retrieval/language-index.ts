// biome-ignore-all lint/style/noNonNullAssertion: every place read here was counted before, and these are the hot loops.

import { buildEntityIndex, type EntityIndex } from '@/lib/retrieval/entity-index'
import type { AskedTerms, Question } from '@/lib/retrieval/read-question'
import type { Terms } from '@/lib/retrieval/read-terms'
import type { IndexedRule, ScoreParts } from '@/lib/retrieval/schema'
import type { Segment } from '@/lib/retrieval/segment'
import type { Looked, Places } from '@/lib/retrieval/term-index'
import type { Classifier } from '@/lib/retrieval/train-classifier'

/** The rules of one language with their scorers; a position is the rule's place in `rules`. */
export type LanguageIndex = {
  rules: IndexedRule[]
  /** Scores of every rule by position, from 0, about 1 where all that is asked is in the rule; the sheet is overwritten by the next call. */
  weigh(question: Question, named: string[]): Float32Array
  /** What the score at this position was summed from, as of the last call of `weigh`. */
  partsAt(position: number): Omit<ScoreParts, 'match'>
  /** The score of one rule alone, what the classifier says left out. */
  weighOne(question: Question, position: number): number
  /** By how much the score of a question grows, or shrinks below 1, for what its best rule has in common with it; see matchFactor. */
  matchAt(question: Question, position: number): number
}

/** How much the words, concepts among them, and their grams have to say. */
const SAYS = { words: 1.5, grams: 0.9 }
/** A concept beside a word that is as rare. */
const CONCEPT_WORTH = 2
const KINDS = ['words', 'grams', 'concepts'] as const satisfies (keyof Terms)[]
/** What the classifier's certainty, 0 to 1, adds to a score; it knows only rules with enough phrasings. */
const CERTAIN = 0.6
/** What is left of the score of a rule about something that nobody named. */
const UNNAMED = 0.2
/** In a large knowledge base a term that this share of the rules has costs more time than it tells. */
const TOO_COMMON = 0.2
const LARGE = 2_000
/**
 * A knowledge base is counted as at least this large. In one of three rules every term that a rule has would pass for
 * common, a question about other things would score as high as one the rule answers, and no floor would hold.
 */
const SMALL = 40
/** The factor's figure where the right rule is found, in the middle; it brings the factor to about 1. */
const USUAL_MATCH = 7.2

/**
 * Coverage alone takes three shared words of a short question for as good as ten of a long one, and words that no rule has for as bad as
 * words that stand in many other rules. So the score also grows with how many telling terms the best rule shares with the question
 * (`shared`), and with the share of what any rule knows of the question that this one has (`share`). Chosen among some forty such formulas and
 * logistic fits, none of which did better on sets they were not fitted on: bench/README.md.
 */
function matchFactor(shared: number, share: number): number {
  return (Math.log(8 + shared) * (2 + share)) / USUAL_MATCH
}

function buildEntities(rules: IndexedRule[]): EntityIndex | null {
  if (rules.some(({ entity }) => entity))
    return buildEntityIndex(
      rules.map(({ entity }) => entity ?? ''),
      { isLearned: false },
    )
  if (rules.some(({ learnedEntity }) => learnedEntity))
    return buildEntityIndex(
      rules.map(({ learnedEntity }) => learnedEntity ?? ''),
      { isLearned: true },
    )
  return null
}

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

  // The clauses of a question are made of its own terms, and many segments are asked for each: what was found is kept for one question.
  const found = new Map<string, { places: (Places | null)[]; holders: number }>()
  const find = (term: string) => {
    const known = found.get(term)
    if (known) return known
    const places = segments.map(({ terms }) => terms.placesOf(term))
    const fresh = { places, holders: places.reduce((total, place) => total + (place ? place.to - place.from : 0), 0) }
    found.set(term, fresh)
    return fresh
  }
  /** Where the terms lie in each segment and what having them is worth; `whole` is what having all would be. */
  const lookUp = ({ asked, before }: AskedTerms, scale: number) => {
    const bySegment: Looked[][] = segments.map(() => [])
    let whole = 0
    const look = (terms: Map<string, number>, isAsked: boolean) => {
      for (const [term, importance] of terms) {
        const { places, holders } = find(term)
        // What was said before and is in no rule was not asked; a name is not asked either.
        if (holders === 0 && (!isAsked || entities?.isNamePart(term))) continue
        if (isLarge && holders > rules.length * TOO_COMMON) continue
        const worth = scale * importance * rarity(holders)
        whole += worth
        for (let at = 0; at < places.length; at++) {
          const place = places[at]
          if (place) bySegment[at]!.push({ from: place.from, to: place.to, worth })
        }
      }
    }
    look(asked, true)
    look(before, false)
    return { bySegment, whole }
  }
  /** The same for every kind, each worth a share of 1 in all. */
  const lookUpAll = (question: Question): Record<keyof Terms, Looked[][]> => {
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
      for (const looked of of.bySegment) for (const one of looked) one.worth *= worth
    }
    return { words: words.bySegment, grams: grams.bySegment, concepts: concepts.bySegment }
  }
  const segmentOf = (at: number) => offsets.findLastIndex((offset) => offset <= at)
  let namedBy: Float32Array = new Float32Array(0)
  let lastLooked: Record<keyof Terms, Looked[][]> = { words: [], grams: [], concepts: [] }
  let certainty: Float32Array = new Float32Array(0)
  const certainAt = (at: number) => {
    const number = classOf?.[at] ?? -1
    return number < 0 ? 0 : CERTAIN * (certainty[number] ?? 0)
  }

  return {
    rules,
    weigh(question, named) {
      sum.fill(0)
      found.clear()
      const looked = lookUpAll(question)
      lastLooked = looked
      segments.forEach(({ terms }, at) => {
        for (const kind of KINDS) terms.score(looked[kind][at]!, sum, offsets[at]!)
      })
      if (classifier) {
        certainty = classifier.classify(question.terms)
        for (let at = 0; at < sum.length; at++) sum[at]! += certainAt(at)
      }
      if (entities) {
        namedBy = entities.shareNamed(named)
        for (let at = 0; at < sum.length; at++) sum[at]! *= UNNAMED + (1 - UNNAMED) * namedBy[entities.nameOf[at]!]!
      }
      return sum
    },
    partsAt(at) {
      const looked = lastLooked
      const segment = segmentOf(at)
      const scores = KINDS.map((kind) => segments[segment]!.terms.scoreOf(looked[kind][segment]!, at - offsets[segment]!))
      const [words, grams, concepts] = scores.map(({ asked }) => asked) as [number, number, number]
      const whole = scores.reduce((total, { all }) => total + all, 0)
      const learned = certainAt(at)
      const entity = entities ? -(whole + learned) * (1 - UNNAMED) * (1 - namedBy[entities.nameOf[at]!]!) : 0
      return { words, grams, concepts, answer: whole - words - grams - concepts, classifier: learned, entity }
    },
    weighOne(question, at) {
      const looked = lookUpAll(question)
      const segment = segmentOf(at)
      const named = entities ? UNNAMED + (1 - UNNAMED) * namedBy[entities.nameOf[at]!]! : 1
      return (
        KINDS.reduce((total, kind) => total + segments[segment]!.terms.scoreOf(looked[kind][segment]!, at - offsets[segment]!).all, 0) *
        named
      )
    },
    matchAt(question, at) {
      const segment = segmentOf(at)
      let [shared, had, known] = [0, 0, 0]
      for (const { asked, scale } of [
        { asked: question.words.asked, scale: 1 },
        { asked: question.concepts.asked, scale: CONCEPT_WORTH },
      ]) {
        for (const [term, importance] of asked) {
          const { places, holders } = find(term)
          if (holders === 0) continue
          const worth = scale * importance * rarity(holders)
          known += worth
          const place = places[segment]
          if (!place || !segments[segment]!.terms.holds(place, at - offsets[segment]!)) continue
          had += worth
          if (importance === 1) shared++
        }
      }
      return matchFactor(shared, had / (known || 1))
    },
  }
}
