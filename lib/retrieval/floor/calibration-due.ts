import { SCORING } from '@/lib/retrieval/floor/floors'
import { getSetting } from '@/lib/settings/get-setting'

/** What a calibration was made on; see `floor_calibration` in the settings. */
export type CalibratedOn = { rules: number; versions: number; learned: number }

/**
 * Whether so much has changed since the last calibration that the floors may be wrong: a twentieth of the rules and ten at least, a fifth of
 * what was learnt and fifty at least, or the way of scoring.
 */
export async function isCalibrationDue({ rules, versions, learned }: CalibratedOn): Promise<boolean> {
  const last = await getSetting('floor_calibration')
  if (rules > 0 && last.scoring !== SCORING) return true
  const changed = Math.max(Math.abs(rules - last.rules), Math.abs(versions - last.versions))
  return changed >= Math.max(10, rules / 20) || Math.abs(learned - last.learned) >= Math.max(50, last.learned / 5)
}
