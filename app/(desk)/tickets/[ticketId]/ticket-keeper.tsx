'use client'

import { useEffect, useState } from 'react'
import { useLiveEvents } from '../../../_live/live-provider'
import { useLiveRefresh } from '../../../_live/use-live-refresh'
import { markSeenAction } from './actions'

type TicketKeeperProps = { ticketId: string; agentId: string; lastMessageId: string | null }

/** Keeps the open ticket up to date, and notes that somebody has looked at what came last, and at what the bell has to say of it. */
export function TicketKeeper({ ticketId, agentId, lastMessageId }: TicketKeeperProps) {
  // A draft's words come by their own way (useReply); everything else is read again.
  useLiveRefresh((event) => 'ticketId' in event && event.ticketId === ticketId && event.kind !== 'draft')

  const [news, setNews] = useState(0)
  useLiveEvents((event) => {
    if (event.kind === 'resumed' || (event.kind === 'notification' && event.userId === agentId)) setNews((count) => count + 1)
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new message is a new thing to be seen, and so is what the bell tells
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
  }, [ticketId, lastMessageId, news])
  return null
}
