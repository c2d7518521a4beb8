import { DEFAULT_FLOORS, type Floors, SCORING } from '@/lib/retrieval/floors'
import { getSetting } from '@/lib/settings/get-setting'

/** The floors in force: where an admin has put them, else as calibrated, else as we come. */
export async function currentFloors(): Promise<Floors> {
  const [moved, last] = await Promise.all([getSetting('moved_floors'), getSetting('floor_calibration')])
  const calibrated = last.scoring === SCORING ? last : null
  return {
    zh: moved.zh ?? calibrated?.zh?.floor ?? DEFAULT_FLOORS.zh,
    en: moved.en ?? calibrated?.en?.floor ?? DEFAULT_FLOORS.en,
  }
}
