import { publishNow } from '@/lib/events'
import { listPublishedRules } from '@/lib/faq/list-published-rules'
import { describeError, log } from '@/lib/log'
import { calibrationOf, evidenceSteps, FOLDS } from '@/lib/retrieval/calibrate-floor'
import { keepEvidence } from '@/lib/retrieval/floor-evidence'
import { SCORING } from '@/lib/retrieval/floors'
import { inSlices } from '@/lib/retrieval/in-slices'
import { learnedTexts } from '@/lib/retrieval/list-phrasings'
import { keepSetting } from '@/lib/settings/keep-setting'
import { Language } from '@/prisma/generated/enums'

const ROUNDS = FOLDS * Object.keys(Language).length

/**
 * Judges the floors on the published rules and keeps the result for every process, with what it was found on. A floor that an admin has
 * moved stays where it is. Open screens hear how far it is.
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
  const evidence = {
    zh: await inSlices(evidenceSteps(rules, Language.zh, tell)),
    en: await inSlices(evidenceSteps(rules, Language.en, tell)),
  }
  const [zh, en] = [calibrationOf(evidence.zh), calibrationOf(evidence.en)]
  const versions = rules.reduce((sum, { version }) => sum + version, 0)
  const ms = Math.round(performance.now() - startedAt)
  const at = new Date().toISOString()
  await keepSetting('floor_evidence', { zh: keepEvidence(evidence.zh), en: keepEvidence(evidence.en), at, ms })
  const phrasings = rules.reduce((sum, { learned }) => sum + learned.length, 0)
  await keepSetting('floor_calibration', { zh, en, rules: rules.length, versions, learned: phrasings, scoring: SCORING })
  log.info({ event: 'floors.calibrated', zh: zh?.floor, en: en?.floor, ms })
}
