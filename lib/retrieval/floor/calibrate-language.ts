import { type Calibration, calibrationOf, evidenceSteps, type FloorEvidence } from '@/lib/retrieval/floor/calibrate-floor'
import { floorBounds } from '@/lib/retrieval/floor/floors'
import type { Steps } from '@/lib/retrieval/in-slices'
import { someRules } from '@/lib/retrieval/leave-out'
import { calibrationOfMeaning, collectEvidence, type EmbeddedPhrasing, usualCosines } from '@/lib/retrieval/meaning/calibrate-meaning'
import type { RuleVectors } from '@/lib/retrieval/meaning/vector-store'
import type { IndexedRule, RuleIndex } from '@/lib/retrieval/schema'
import type { Language } from '@/prisma/generated/enums'

/** What a model says of the rules as they are and of some of their phrasings. */
export type SampledMeaning = { phrasings: EmbeddedPhrasing[]; vectors: RuleVectors; index: RuleIndex }

export type LanguageCalibration = {
  evidence: FloorEvidence
  /** How many of the rules of this language were put to themselves; see someRules. */
  sample: { asked: number; of: number }
  /** Of the words; null with too few phrasings. */
  floor: Calibration | null
  /** Null without a model and with too few phrasings. */
  meaning: ReturnType<typeof calibrationOfMeaning>
}

/** Calibrates the floor of one language, and how the meaning joins its scores, in one go over the same rounds. */
export function* calibrationSteps(
  rules: IndexedRule[],
  language: Language,
  { sampled, onRound }: { sampled?: SampledMeaning; onRound?: () => void } = {},
): Steps<LanguageCalibration> {
  const usual = sampled && usualCosines(sampled.phrasings, sampled.index, { vectors: sampled.vectors, language })
  const collected = sampled && usual && collectEvidence(sampled.phrasings, { vectors: sampled.vectors, language, usual })
  const evidence = yield* evidenceSteps(rules, language, { onRound, onAsked: collected?.onAsked })
  const some = someRules(rules, language)
  const floor = calibrationOf(evidence, floorBounds(some))
  const sample = { asked: some.length, of: rules.filter((rule) => rule.language === language).length }
  const meaning = collected && usual && floor ? calibrationOfMeaning(collected.evidence, { ...usual, floor: floor.floor }) : null
  return { evidence, sample, floor, meaning }
}
