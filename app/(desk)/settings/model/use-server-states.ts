import { useEffect, useState } from 'react'
import type { ServerState } from '@/lib/inference/list-server-states'

const EVERY_MS = 5_000

/**
 * The servers as they are, asked again every five seconds while somebody looks. `before` is what they said the time before, and `isLost` says
 * that our own server gives no answer: what is shown may be out of date.
 */
export function useServerStates(first: ServerState[]) {
  const [{ now, before, isLost }, setStates] = useState<{ now: ServerState[]; before: ServerState[] | null; isLost: boolean }>({
    now: first,
    before: null,
    isLost: false,
  })
  useEffect(() => {
    let isGone = false
    const ask = async () => {
      if (document.visibilityState === 'hidden') return
      const states = await fetch('/settings/model/servers')
        .then((response) => (response.ok ? (response.json() as Promise<ServerState[]>) : null))
        .catch(() => null)
      if (isGone) return
      setStates((last) => (states ? { now: states, before: last.now, isLost: false } : { ...last, isLost: true }))
    }
    const timer = setInterval(ask, EVERY_MS)
    return () => {
      isGone = true
      clearInterval(timer)
    }
  }, [])
  return { now, before, isLost }
}

/** Tokens a second that a server has written between two looks; null without two looks at the same run of it. */
export function writtenPerSecond(now: ServerState, before: ServerState | undefined): number | null {
  const [last, first] = [now.figures, before?.figures]
  if (last?.tokens == null || first?.tokens == null || last.startedAt !== first.startedAt) return null
  const seconds = (Date.parse(now.readAt) - Date.parse(before?.readAt ?? now.readAt)) / 1_000
  return seconds > 0 ? Math.max(0, last.tokens - first.tokens) / seconds : null
}
