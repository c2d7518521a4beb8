'use client'

import { useLiveRefresh } from '../../../../_live/use-live-refresh'

/** A message that comes in stands in the list a moment later: that is how one sees that the channel works. */
export function ChannelKeeper() {
  useLiveRefresh((event) => event.kind === 'ticket' || event.kind === 'settings')
  return null
}
