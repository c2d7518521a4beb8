import { type Deed, findLastDeed } from '@/lib/auth/find-last-deed'
import { listRuleNames } from '@/lib/faq/list-rule-names'
import { findSideModel } from '@/lib/inference/side-models'
import type { KeptEvidence } from '@/lib/retrieval/floor/floor-evidence'
import { SCORING, usualFloors } from '@/lib/retrieval/floor/floors'
import { MAX_RULES } from '@/lib/retrieval/leave-out'
import { currentRules } from '@/lib/retrieval/rule-store'
import { getSetting } from '@/lib/settings/get-setting'
import { Language } from '@/prisma/generated/enums'

export type FloorState = {
  language: Language
  /** In force. */
  floor: number
  /** Who chose it. `default`: nothing was calibrated yet. */
  source: 'moved' | 'calibrated' | 'default'
  /** What the calibration speaks for, also where an admin has moved it; null with too few phrasings. */
  calibrated: number | null
  /** Of a floor that was moved. */
  moved: Deed | null
  /** What the floors were judged on, with what a model says of the meaning where it has a say; null before the first calibration. */
  evidence: KeptEvidence | null
  /** How many rules were put to themselves for it, of how many, and the most that are; null where that was not counted. */
  sample: { asked: number; of: number; most: number } | null
  /** The model that tells the meaning and what it counts; null without one, or where nobody could calibrate it. */
  meaning: { model: string; weight: number; questions: number } | null
}

export type FloorsState = {
  languages: FloorState[]
  /** When they were calibrated last, how long that took and on how many published rules; null: never. */
  last: { at: Date; ms: number; rules: number } | null
  /** What the rules of the evidence are called now, by id. */
  ruleNames: Record<string, string>
}

/** The floors as an admin looks at them. */
export async function getFloors(): Promise<FloorsState> {
  const [{ index, meaning }, embedder, moved, calibration, evidence] = await Promise.all([
    currentRules(),
    findSideModel('embedding'),
    getSetting('moved_floors'),
    getSetting('floor_calibration'),
    getSetting('floor_evidence'),
  ])
  const usual = usualFloors(index)
  const languages = await Promise.all(
    Object.values(Language).map(async (language): Promise<FloorState> => {
      // One made by another way of scoring is not in force; see currentFloors.
      const calibrated = (calibration.scoring === SCORING && calibration[language]?.floor) || null
      const source = moved[language] !== null ? 'moved' : calibrated !== null ? 'calibrated' : 'default'
      const scale = (embedder && meaning?.model === embedder.name && meaning[language]) || null
      return {
        language,
        floor: moved[language] ?? calibrated ?? usual[language],
        source,
        calibrated,
        moved: source === 'moved' ? await findLastDeed('floor.move', language) : null,
        evidence: (scale?.weight ? evidence?.meaning[language] : null) ?? evidence?.[language] ?? null,
        sample: evidence?.sample ? { ...evidence.sample[language], most: MAX_RULES } : null,
        meaning: scale && embedder && { model: embedder.name, weight: scale.weight, questions: scale.questions },
      }
    }),
  )
  const ids = languages.flatMap((state) =>
    [...(state.evidence?.foundExamples ?? []), ...(state.evidence?.foreignExamples ?? [])].flatMap(({ ruleId }) => ruleId ?? []),
  )
  return {
    languages,
    last: evidence && { at: new Date(evidence.at), ms: evidence.ms, rules: calibration.rules },
    ruleNames: Object.fromEntries((await listRuleNames(ids)).map(({ id, question }) => [id, question])),
  }
}
