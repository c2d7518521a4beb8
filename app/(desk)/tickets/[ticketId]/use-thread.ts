'use client'

import { useEffect, useRef, useState } from 'react'
import { joinEarlier, joinLatest } from './join-thread'
import type { ThreadPage } from './thread-entry'

/** What is known of a thread: its latest page, read again by the server as things happen, and what was loaded above it. */
export function useThread(ticketId: string, latest: ThreadPage) {
  const [state, setState] = useState({ latest, known: latest })
  const [loading, setLoading] = useState<'no' | 'yes' | 'failed'>('no')
  const running = useRef<AbortController>(undefined)
  // During render and not after it: the old page is never painted once more.
  if (state.latest !== latest) setState({ latest, known: joinLatest(state.known, latest) })
  useEffect(() => () => running.current?.abort(), [])

  const { entries, earlierCursor } = state.latest === latest ? state.known : joinLatest(state.known, latest)
  const loadEarlier = async () => {
    if (!earlierCursor || loading === 'yes') return
    const controller = new AbortController()
    running.current = controller
    setLoading('yes')
    try {
      const response = await fetch(`/tickets/${ticketId}/entries?before=${encodeURIComponent(earlierCursor)}`, {
        signal: controller.signal,
      })
      if (!response.ok) throw new Error(`The thread answered ${response.status}.`)
      const earlier: ThreadPage = await response.json()
      setState((old) => ({ ...old, known: joinEarlier(old.known, earlier) }))
      setLoading('no')
    } catch {
      // Gone to another ticket, or the server is away: what is there stays, and the line above it says so.
      if (!controller.signal.aborted) setLoading('failed')
    }
  }
  return { entries, earlierCursor, loading, loadEarlier }
}
