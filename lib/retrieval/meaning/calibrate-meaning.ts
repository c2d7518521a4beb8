import { floorBetween, type JudgedQuestion, MIN_QUESTIONS } from '@/lib/retrieval/floor/calibrate-floor'
import { FOLDS, isTakenOut, roundsFor, someRules, without, writtenOut } from '@/lib/retrieval/leave-out'
import { cosinesOf, positionOf } from '@/lib/retrieval/meaning/compare-meanings'
import type { MeaningScale } from '@/lib/retrieval/meaning/meaning-scale'
import { dotProduct } from '@/lib/retrieval/meaning/unit-vector'
import type { RuleVectors } from '@/lib/retrieval/meaning/vector-store'
import type { IndexedRule, RuleIndex } from '@/lib/retrieval/schema'
import type { Language } from '@/prisma/generated/enums'

/** A phrasing whose meaning is looked at: `rest` is its rule without it, null where the rule's vector never had it (a learnt one). */
export type SampledPhrasing = { text: string; ruleId: string; rest: IndexedRule | null }
/** The same as a model puts it. */
export type EmbeddedPhrasing = SampledPhrasing & { asked: Float32Array; answered: Float32Array }

/** What was found with one weight: of the sampled phrasings those whose rule was found first, and those whose rule was not there. */
export type MeaningEvidence = { weight: number; asked: number; found: JudgedQuestion[]; foreign: JudgedQuestion[] }

/** What the calibration of one language came to; a weight of 0 where the model does not help. */
export type MeaningCalibration = MeaningScale & {
  questions: number
  /** Recall at 1 plus the chance that a question with a rule scores higher than one without, by words alone and with the meaning. */
  before: number
  after: number
}

/** Two texts are embedded for each, half a second of a CPU's core a text: five minutes for a language, in the background, once. */
const MAX_SAMPLED = 300
const WEIGHTS = [0, 0.25, 0.5, 1, 1.5]
/** Of 300 questions nine: about what comes and goes by chance. A model that helps less is left out. */
const MIN_GAIN = 0.03
const AS_IT_IS = { from: 0.5, to: 0.5 }

/** The phrasings to embed, spread over the rules of one language; the same ones as long as the rules are. */
export function samplePhrasings(rules: IndexedRule[], language: Language): SampledPhrasing[] {
  const some = someRules(rules, language)
  const { rounds } = roundsFor(some)
  const sampled: SampledPhrasing[] = []
  // First one of every rule, then a second …
  for (let nth = 0; nth < FOLDS && sampled.length < MAX_SAMPLED; nth++) {
    const round = some.flatMap((rule, at) => phrasingOf(rule, { at, fold: (at + nth) % FOLDS, rounds }) ?? [])
    const step = Math.max(1, round.length / (MAX_SAMPLED - sampled.length))
    for (let at = 0; at < round.length && sampled.length < MAX_SAMPLED; at += step) sampled.push(round[Math.floor(at)] as SampledPhrasing)
  }
  return sampled
}

/** One that evidenceSteps asks in this round, while its rule is there. */
function phrasingOf(rule: IndexedRule, turn: { at: number; fold: number; rounds: number }): SampledPhrasing | null {
  const { at, fold, rounds } = turn
  if (isTakenOut(at, fold) || fold >= rounds) return null
  const learned = (rule.learned ?? []).filter((_, nth) => nth % FOLDS === fold)
  const text = learned[Math.floor(at / FOLDS) % learned.length]
  if (text !== undefined) return { text, ruleId: rule.id, rest: null }
  const written = writtenOut(rule, turn)
  return written === undefined ? null : { text: written, ruleId: rule.id, rest: without(rule, written) }
}

/** The usual cosines of right and of wrong rules; null with too few phrasings. */
export function usualCosines(
  phrasings: EmbeddedPhrasing[],
  index: RuleIndex,
  { vectors, language }: { vectors: RuleVectors; language: Language },
): Pick<MeaningScale, 'near' | 'far'> | null {
  if (phrasings.length < MIN_QUESTIONS) return null
  const rules = index.parts[language].segments.flatMap((segment) => segment.rules)
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  const near = median(phrasings.map(({ asked, answered }) => dotProduct(asked, answered, 0)))
  const far = median(
    phrasings.map(({ asked, ruleId }) => {
      const about = byId.get(ruleId)?.entity
      let nearest = -1
      cosinesOf(asked, index, { vectors, language }).forEach((cosine, at) => {
        const rule = rules[at]
        // Of which house a rule speaks, names tell, not cosines.
        const isSibling = about && rule?.entity && rule.entity !== about
        if (cosine > nearest && rule?.id !== ruleId && !isSibling) nearest = cosine
      })
      return nearest
    }),
  )
  return { near, far }
}

/** Collects what every weight would find; for `onAsked` of evidenceSteps. */
export function collectEvidence(
  phrasings: EmbeddedPhrasing[],
  { vectors, language, usual }: { vectors: RuleVectors; language: Language; usual: Pick<MeaningScale, 'near' | 'far'> },
) {
  const byKey = new Map(phrasings.map((phrasing) => [keyOf(phrasing.ruleId, phrasing.text), phrasing]))
  // Where the right ones are not nearer, there is no scale to put them on.
  const weights = usual.near > usual.far ? WEIGHTS : [0]
  const evidence = weights.map((weight): MeaningEvidence => ({ weight, asked: 0, found: [], foreign: [] }))
  const now = new Date(0)
  const onAsked = (index: RuleIndex, { text, ruleId, own }: { text: string; ruleId: string | null; own: string }) => {
    const phrasing = byKey.get(keyOf(own, text))
    if (!phrasing) return
    const cosines = cosinesOf(phrasing.asked, index, { vectors, language })
    const at = ruleId === null ? -1 : positionOf(index, language, ruleId)
    if (at >= 0) cosines[at] = dotProduct(phrasing.asked, phrasing.answered, 0)
    for (const one of evidence) {
      const scale = { ...usual, weight: one.weight, level: AS_IT_IS }
      const [hit] = index.search(text, { limit: 1, language, now, meaning: { [language]: { cosines, scale } } })
      const judged = { text, score: hit?.score ?? 0, ruleId: hit?.rule.id ?? null }
      if (ruleId !== null) one.asked++
      if (ruleId === null) one.foreign.push(judged)
      else if (judged.ruleId === ruleId) one.found.push(judged)
    }
  }
  return { evidence, onAsked }
}

/**
 * The weight that finds most and tells best what has no rule, and the level at which the floor of words holds for it too; null where too
 * little was asked. A model whose cosines do not tell right from wrong gets a weight of 0, and the words speak alone.
 */
export function calibrationOfMeaning(
  evidence: MeaningEvidence[],
  { near, far, floor }: { near: number; far: number; floor: number },
): (MeaningCalibration & { evidence: MeaningEvidence }) | null {
  const plain = evidence.find(({ weight }) => weight === 0)
  if (!plain || plain.asked < MIN_QUESTIONS || plain.foreign.length < MIN_QUESTIONS) return null
  const before = worthOf(plain)
  const best = evidence.reduce((one, other) => (worthOf(other) > worthOf(one) ? other : one), plain)
  const helps = best.found.length > 0 && worthOf(best) - before >= MIN_GAIN
  const chosen = helps ? best : plain
  const scores = (judged: JudgedQuestion[]) => judged.map(({ score }) => score)
  const from = helps ? floorBetween({ right: scores(chosen.found), wrong: scores(chosen.foreign) }) : floor
  return {
    weight: chosen.weight,
    near,
    far,
    // A floor at an end of the scale could not be stretched to another.
    level: { from: Math.min(0.99, Math.max(0.01, from)), to: floor },
    questions: plain.asked,
    before,
    after: worthOf(chosen),
    evidence: chosen,
  }
}

function worthOf({ asked, found, foreign }: MeaningEvidence): number {
  let higher = 0
  for (const { score } of found) for (const other of foreign) higher += score > other.score ? 1 : score === other.score ? 0.5 : 0
  return found.length / asked + higher / Math.max(1, found.length * foreign.length)
}

function keyOf(ruleId: string, text: string): string {
  return `${ruleId}\n${text}`
}

function median(values: number[]): number {
  return [...values].sort((one, other) => one - other)[values.length >> 1] ?? 0
}
