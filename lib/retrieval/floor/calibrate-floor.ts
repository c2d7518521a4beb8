import { floorBounds } from '@/lib/retrieval/floor/floors'
import { atOnce, type Steps } from '@/lib/retrieval/in-slices'
import { FOLDS, leaveOut, roundsFor, someRules } from '@/lib/retrieval/leave-out'
import { ruleIndexSteps, trainingSteps } from '@/lib/retrieval/rule-index'
import type { IndexedRule, RuleIndex } from '@/lib/retrieval/schema'
import type { Language } from '@/prisma/generated/enums'

/** What a floor would do, judged on the rules' own phrasings. */
export type FloorJudgement = {
  floor: number
  /** The share of questions in new words, whose rule is found first, that would be told that no rule matches. */
  loses: number
  /** The share of questions whose rule is not there at all that would get another one. */
  letsThrough: number
}

/** A question put to rules that do not hold its words, and the rule it found first. */
export type JudgedQuestion = { text: string; score: number; ruleId: string | null }

/** What floors are judged by. */
export type FloorEvidence = {
  /** Questions in new words that found their rule first. */
  found: JudgedQuestion[]
  /** Questions whose rule is not there at all; what they found is another one. */
  foreign: JudgedQuestion[]
}

export type Calibration = {
  floor: number
  judgements: FloorJudgement[]
  /** Questions it was judged on: with their rule, and without. */
  answered: number
  unanswered: number
}

/**
 * Of the questions in new words so many may lose their rule. With 0.1 the sample shop's floors let more than half of its own questions
 * through whose rule had been taken out, and a wrong rule costs an agent more than being told that there is none.
 */
const MAY_LOSE = 0.15
/** A floor that lets no more through than this need not be higher, however little it loses. */
const MAY_LET_THROUGH = 0.05
const SHOWN = [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7]
/** With fewer questions, one more or less moves the floor by too much. */
export const MIN_QUESTIONS = 30

type Round = {
  onRound?: () => void
  /** Looks at a question as well, with the index that it was put to; `own` is the rule whose phrasing it is, there or not. */
  onAsked?: (index: RuleIndex, asked: { text: string; ruleId: string | null; own: string }) => void
}

/**
 * Puts the rules of one language to themselves: in each of five rounds one phrasing of every rule (see writtenOut) and a fifth of what it learnt are
 * taken out and asked, and every fifth rule is taken out whole and asked for. Where the rules have phrasings enough for a classifier, each round trains
 * one, for it adds to the scores that the floor will meet. Pure; takes about five times as long as indexing and training.
 */
export function* evidenceSteps(rules: IndexedRule[], language: Language, { onRound, onAsked }: Round = {}): Steps<FloorEvidence> {
  const some = someRules(rules, language)
  const { rounds, isTrained } = roundsFor(some)
  const now = new Date(0)
  const found: JudgedQuestion[] = []
  const foreign: JudgedQuestion[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    if (fold >= rounds) {
      onRound?.()
      continue
    }
    const { kept, asked } = leaveOut(some, fold, rounds)
    const untrained = yield* ruleIndexSteps(kept)
    const index = isTrained ? yield* trainingSteps(untrained) : untrained
    for (const question of asked) {
      const { text, ruleId } = question
      const [hit] = index.search(text, { limit: 1, language, now })
      const judged = { text, score: hit?.score ?? 0, ruleId: hit?.rule.id ?? null }
      if (ruleId === null) foreign.push(judged)
      else if (judged.ruleId === ruleId) found.push(judged)
      onAsked?.(index, question)
      yield
    }
    onRound?.()
  }
  return { found, foreign }
}

/** The floor that the evidence speaks for, within bounds; null where there are too few questions. */
export function calibrationOf({ found, foreign }: FloorEvidence, { least, most }: ReturnType<typeof floorBounds>): Calibration | null {
  if (found.length < MIN_QUESTIONS) return null
  const [right, wrong] = [found.map(({ score }) => score), foreign.map(({ score }) => score)]
  const judge = (floor: number): FloorJudgement => ({
    floor,
    loses: share(right, (score) => score < floor),
    letsThrough: share(wrong, (score) => score >= floor),
  })
  const floor = Math.round(100 * Math.min(most, Math.max(least, floorBetween({ right, wrong })))) / 100
  return {
    floor,
    judgements: [...new Set([...SHOWN, floor])].sort((one, other) => one - other).map(judge),
    answered: right.length,
    unanswered: wrong.length,
  }
}

/** Both at once. */
export function calibrateFloor(rules: IndexedRule[], language: Language): Calibration | null {
  return calibrationOf(atOnce(evidenceSteps(rules, language)), floorBounds(someRules(rules, language)))
}

/** The floor that loses no more than it may, or the lower one that lets hardly anything through. `right` must have some. */
export function floorBetween({ right, wrong }: { right: number[]; wrong: number[] }): number {
  const at = (scores: number[], part: number) => [...scores].sort((one, other) => one - other)[Math.floor(scores.length * part)] ?? 1
  const most = at(right, MAY_LOSE)
  return wrong.length < MIN_QUESTIONS ? most : Math.min(most, at(wrong, 1 - MAY_LET_THROUGH))
}

function share(scores: number[], isOne: (score: number) => boolean): number {
  return scores.length === 0 ? 0 : Math.round((1_000 * scores.filter(isOne).length) / scores.length) / 1_000
}
