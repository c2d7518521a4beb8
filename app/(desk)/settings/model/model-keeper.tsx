'use client'

import { useLiveRefresh } from '../../../_live/use-live-refresh'

/** Shows how far the rules are embedded, as it goes on. */
export function ModelKeeper() {
  useLiveRefresh((event) => event.kind === 'embeddings')
  return null
}
