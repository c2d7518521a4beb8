import { getSetting } from '@/lib/settings/get-setting'

/**
 * Whether so much has changed since the last calibration that the floors may be wrong: a twentieth of the rules, and ten at least.
 * @param versions of the published rules
 */
export async function isCalibrationDue(versions: number[]): Promise<boolean> {
  const last = await getSetting('floor_calibration')
  const sum = versions.reduce((total, version) => total + version, 0)
  return Math.max(Math.abs(versions.length - last.rules), Math.abs(sum - last.versions)) >= Math.max(10, versions.length / 20)
}
