'use client'

import { useEffect } from 'react'
import { useLiveRefresh } from '../../../_live/use-live-refresh'
import { markSeenAction } from './actions'

/** Keeps the open ticket up to date, and notes that somebody has looked at what came last. */
export function TicketKeeper({ ticketId, lastMessageId }: { ticketId: string; lastMessageId: string | null }) {
  // A draft's words come by their own way (useReply); everything else is read again.
  useLiveRefresh((event) => 'ticketId' in event && event.ticketId === ticketId && event.kind !== 'draft')

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new message is a new thing to be seen
  useEffect(() => {
    const see = () => {
      if (document.visibilityState !== 'visible') return
      document.removeEventListener('visibilitychange', see)
      // An unread mark that stays is all that a failure costs.
      markSeenAction(ticketId).catch(() => undefined)
    }
    document.addEventListener('visibilitychange', see)
    see()
    return () => document.removeEventListener('visibilitychange', see)
  }, [ticketId, lastMessageId])
  return null
}
