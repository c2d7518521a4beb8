import { type Floors, SCORING } from '@/lib/retrieval/floor/floors'
import { getSetting } from '@/lib/settings/get-setting'

/** The floors in force: where an admin has put them, else as calibrated, else the `usual` ones of these rules; see usualFloors. */
export async function currentFloors(usual: Floors): Promise<Floors> {
  const [moved, last] = await Promise.all([getSetting('moved_floors'), getSetting('floor_calibration')])
  const calibrated = last.scoring === SCORING ? last : null
  return {
    zh: moved.zh ?? calibrated?.zh?.floor ?? usual.zh,
    en: moved.en ?? calibrated?.en?.floor ?? usual.en,
  }
}
