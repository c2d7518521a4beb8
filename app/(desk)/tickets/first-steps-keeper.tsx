'use client'

import { useLiveRefresh } from '../../_live/use-live-refresh'

/** The first ticket ends the first steps, and a rule that is published meanwhile is one of them. */
export function FirstStepsKeeper() {
  useLiveRefresh((event) => event.kind === 'ticket' || event.kind === 'rules')
  return null
}
