'use client'

import { useLiveRefresh } from '../../_live/use-live-refresh'

/** Shows what others change, as they change it. */
export function FaqKeeper() {
  useLiveRefresh((event) => event.kind === 'rules')
  return null
}
