'use client'

import { useLiveRefresh } from '../../_live/use-live-refresh'

/** What has just arrived is shown as it arrives. */
export function OutboxKeeper() {
  useLiveRefresh((event) => event.kind === 'delivery')
  return null
}
