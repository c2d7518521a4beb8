import { env } from '@/lib/env'
import { publishNow } from '@/lib/events'
import { listPublishedRules } from '@/lib/faq/list-published-rules'
import { InferenceError } from '@/lib/inference/inference-error'
import { findSideModel } from '@/lib/inference/side-models'
import { describeError, log } from '@/lib/log'
import { calibrationSteps, type LanguageCalibration, type SampledMeaning } from '@/lib/retrieval/floor/calibrate-language'
import { keepEvidence } from '@/lib/retrieval/floor/floor-evidence'
import { SCORING } from '@/lib/retrieval/floor/floors'
import { inSlices } from '@/lib/retrieval/in-slices'
import { FOLDS } from '@/lib/retrieval/leave-out'
import { learnedTexts } from '@/lib/retrieval/list-phrasings'
import { samplePhrasings } from '@/lib/retrieval/meaning/calibrate-meaning'
import { embedSample } from '@/lib/retrieval/meaning/embed-sample'
import { embeddingProgress } from '@/lib/retrieval/meaning/embedding-progress'
import { levelScore } from '@/lib/retrieval/meaning/meaning-scale'
import { loadedRuleVectors } from '@/lib/retrieval/meaning/vector-store'
import { ruleIndexSteps } from '@/lib/retrieval/rule-index'
import type { IndexedRule } from '@/lib/retrieval/schema'
import { keepSetting } from '@/lib/settings/keep-setting'
import { Language } from '@/prisma/generated/enums'

const ROUNDS = FOLDS * Object.keys(Language).length

/**
 * Judges the floors on the published rules and keeps the result for every process, with what it was found on; where a model tells the
 * meaning, also how its cosines join the scores. A floor that an admin has moved stays where it is. Open screens hear how far it is.
 */
export async function calibrateFloors(): Promise<void> {
  const [published, learned] = await Promise.all([listPublishedRules(), learnedTexts()])
  const rules = published.map((rule) => ({ ...rule, learned: learned.get(rule.id) ?? [] }))
  const startedAt = performance.now()
  let done = 0
  const tell = () => {
    // Only a screen waits for it: that it is lost changes nothing.
    publishNow({ kind: 'calibration', done: done++, total: ROUNDS }).catch((cause: unknown) =>
      log.debug({ event: 'floors.progress', cause: describeError(cause) }),
    )
  }
  tell()
  const sampled = await sampleMeaning(rules)
  const calibrate = (language: Language) => inSlices(calibrationSteps(rules, language, { sampled: sampled?.[language], onRound: tell }))
  const zh = await calibrate(Language.zh)
  const en = await calibrate(Language.en)
  const versions = rules.reduce((sum, { version }) => sum + version, 0)
  const phrasings = rules.reduce((sum, { learned }) => sum + learned.length, 0)
  const ms = Math.round(performance.now() - startedAt)
  await keepSetting('floor_evidence', {
    zh: keepEvidence(zh.evidence),
    en: keepEvidence(en.evidence),
    meaning: { zh: evidenceOf(zh), en: evidenceOf(en) },
    sample: { zh: zh.sample, en: en.sample },
    at: new Date().toISOString(),
    ms,
  })
  if (sampled) {
    const { model } = sampled
    const dimensions = env().EMBEDDING_DIMENSIONS
    await keepSetting('meaning_calibration', { model, dimensions, scoring: SCORING, zh: scaleOf(zh), en: scaleOf(en) })
  }
  await keepSetting('floor_calibration', {
    zh: zh.floor,
    en: en.floor,
    rules: rules.length,
    versions,
    learned: phrasings,
    scoring: SCORING,
  })
  log.info({
    event: 'floors.calibrated',
    zh: zh.floor?.floor,
    en: en.floor?.floor,
    meaning: sampled && { model: sampled.model, zh: zh.meaning?.weight, en: en.meaning?.weight },
    ms,
  })
}

/** What the model says of the rules; null without one, while it has rules left to embed, and when it is away: then the words are judged alone. */
async function sampleMeaning(rules: IndexedRule[]): Promise<(Record<Language, SampledMeaning> & { model: string }) | null> {
  const model = await findSideModel('embedding')
  if (!model) return null
  const progress = await embeddingProgress(model)
  const vectors = await loadedRuleVectors(model.name)
  if (!vectors || progress.embedded < progress.rules - model.refused.size) return null
  const index = await inSlices(ruleIndexSteps(rules))
  try {
    const sampled = Object.values(Language).flatMap((language) => samplePhrasings(rules, language).map((one) => ({ ...one, language })))
    const embedded = await embedSample(model, sampled, { vectors })
    const of = (language: Language) => ({ vectors, index, phrasings: embedded.filter((one) => one.language === language) })
    return { model: model.name, zh: of(Language.zh), en: of(Language.en) }
  } catch (cause) {
    if (!(cause instanceof InferenceError)) throw cause
    log.warn({ event: 'meaning.not_calibrated', model: model.name, cause: describeError(cause) })
    return null
  }
}

function scaleOf({ meaning }: LanguageCalibration) {
  if (!meaning) return null
  const { evidence: _, ...scale } = meaning
  return scale
}

/** As the search shows the scores. */
function evidenceOf({ meaning }: LanguageCalibration) {
  if (!meaning || meaning.weight === 0) return null
  const { found, foreign } = meaning.evidence
  const level = (questions: typeof found) => questions.map((one) => ({ ...one, score: levelScore(meaning, one.score) }))
  return keepEvidence({ found: level(found), foreign: level(foreign) })
}
