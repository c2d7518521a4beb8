'use client'

import { useLiveRefresh } from '../../../_live/use-live-refresh'

/** Shows a floor that somebody moves, and a calibration that ends. */
export function FloorKeeper() {
  useLiveRefresh((event) => event.kind === 'settings')
  return null
}
