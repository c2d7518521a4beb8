'use client'

import { useEffect, useState } from 'react'
import type { MergeTargetItem } from './merge-targets/route'

/** Long enough for a word, short enough to feel like typing. */
const DEBOUNCE_MS = 180

type State = { targets: MergeTargetItem[]; is: 'loading' | 'there' | 'failed' }

/** The tickets this one may be merged into, while one chooses: what `query` finds, and the customer's own without any. */
export function useMergeTargets(ticketId: string, query: string, isChoosing: boolean): State {
  const [state, setState] = useState<State>({ targets: [], is: 'loading' })
  useEffect(() => {
    if (!isChoosing) return
    const controller = new AbortController()
    setState((old) => ({ ...old, is: 'loading' }))
    const read = async () => {
      try {
        const address = `/tickets/${ticketId}/merge-targets?q=${encodeURIComponent(query)}`
        const response = await fetch(address, { signal: controller.signal })
        if (!response.ok) throw new Error(`The search answered ${response.status}.`)
        setState({ targets: await response.json(), is: 'there' })
      } catch {
        if (!controller.signal.aborted) setState({ targets: [], is: 'failed' })
      }
    }
    const timer = setTimeout(read, query ? DEBOUNCE_MS : 0)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [ticketId, query, isChoosing])
  return state
}
