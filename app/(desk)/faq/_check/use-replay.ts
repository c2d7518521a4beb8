'use client'

import { useEffect, useRef, useState } from 'react'
import type { Redraft } from '@/lib/faq/check/redraft-change'
import type { Replay } from '@/lib/faq/check/replay-change'
import type { RuleInput } from '@/lib/faq/schema'
import type { Problem } from '../../../_doors/attempt'
import { postForEvents } from '../../../_doors/post-for-events'

export type Change = { ruleId: string | null; rule: RuleInput }
type Progress = { done: number; total: number }

type State = {
  /** What was replayed, as text: the rule may have been edited since. */
  of: string
  replay: Replay | null
  drafts: Record<string, Redraft>
  /** The tickets that were last asked to be drafted again; null as long as nobody asked. */
  drafted: string[] | null
  progress: Progress | null
  problem: Problem | null
}

const NOTHING: State = { of: '', replay: null, drafts: {}, drafted: null, progress: null, problem: null }

/** Replays a change, and drafts what it reaches again; one thing at a time. */
export function useReplay(change: Change) {
  const [state, setState] = useState<State>(NOTHING)
  const [isRunning, setRunning] = useState(false)
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])
  const merge = (part: Partial<State>) => setState((old) => ({ ...old, ...part }))

  const ask = async (url: string, body: unknown, onEvent: (event: string, data: unknown) => void) => {
    running.current?.abort()
    const mine = new AbortController()
    running.current = mine
    setRunning(true)
    const problem = await postForEvents(url, body, {
      signal: mine.signal,
      onEvent: (event, data) => (event === 'progress' ? merge({ progress: data as Progress }) : onEvent(event, data)),
    })
    if (running.current !== mine) return
    setRunning(false)
    merge({ problem, progress: null })
  }
  const replay = () => {
    setState({ ...NOTHING, of: JSON.stringify(change) })
    return ask('/api/faq/replay', change, (_event, data) => merge({ replay: data as Replay }))
  }
  const draft = (ticketIds: string[]) => {
    merge({ drafted: ticketIds, problem: null })
    return ask('/api/faq/replay/drafts', { ...change, ticketIds }, (_event, data) => {
      const made = data as Redraft
      setState((old) => ({ ...old, drafts: { ...old.drafts, [made.ticketId]: made } }))
    })
  }
  const isStale = state.replay !== null && state.of !== JSON.stringify(change)
  return { ...state, isRunning, isStale, run: replay, draft, stop: () => running.current?.abort() }
}
