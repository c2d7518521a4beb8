import { listPublishedRules } from '@/lib/faq/list-published-rules'
import { log } from '@/lib/log'
import { calibrationSteps } from '@/lib/retrieval/calibrate-floor'
import { SCORING } from '@/lib/retrieval/floors'
import { inSlices } from '@/lib/retrieval/in-slices'
import { learnedTexts } from '@/lib/retrieval/list-phrasings'
import { keepSetting } from '@/lib/settings/keep-setting'
import type { SettingValue } from '@/lib/settings/settings-schema'
import { Language } from '@/prisma/generated/enums'

/** Judges the floors on the published rules and keeps the result for every process. A floor that an admin has moved stays where it is. */
export async function calibrateFloors(): Promise<void> {
  const [published, learned] = await Promise.all([listPublishedRules(), learnedTexts()])
  const rules = published.map((rule) => ({ ...rule, learned: learned.get(rule.id) ?? [] }))
  const startedAt = performance.now()
  const calibrated: SettingValue<'floor_calibration'> = {
    zh: await inSlices(calibrationSteps(rules, Language.zh)),
    en: await inSlices(calibrationSteps(rules, Language.en)),
    rules: rules.length,
    versions: rules.reduce((sum, { version }) => sum + version, 0),
    learned: rules.reduce((sum, { learned }) => sum + learned.length, 0),
    scoring: SCORING,
  }
  await keepSetting('floor_calibration', calibrated)
  const { zh, en } = calibrated
  log.info({ event: 'floors.calibrated', zh: zh?.floor, en: en?.floor, ms: Math.round(performance.now() - startedAt) })
}
