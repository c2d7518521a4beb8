'use client'

import { useEffect, useRef, useState } from 'react'
import type { RunResult } from '@/lib/suggestions/run-again'
import type { Problem } from '../../../../../_doors/attempt'
import { postForEvents } from '../../../../../_doors/post-for-events'

export type How = 'same' | 'today'
export type Run = { how: How; text: string; result: RunResult | null; problem: Problem | null; isRunning: boolean }

/** One run at a time; a new one ends the one before, and leaving the page ends it too. */
export function useRunAgain(suggestionId: string) {
  const [run, setRun] = useState<Run | null>(null)
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])
  const start = async (how: How) => {
    running.current?.abort()
    const mine = new AbortController()
    running.current = mine
    const change = (part: Partial<Run>) => setRun((old) => (running.current === mine && old ? { ...old, ...part } : old))
    setRun({ how, text: '', result: null, problem: null, isRunning: true })
    const problem = await postForEvents(
      `/api/suggestions/${suggestionId}/run`,
      { how },
      {
        signal: mine.signal,
        onEvent: (event, data) => {
          if (event === 'draft') change({ text: (data as { text: string }).text })
          if (event === 'result') change({ result: data as RunResult, text: (data as RunResult).text ?? '' })
        },
      },
    )
    change({ problem, isRunning: false })
  }
  return { run, start, stop: () => running.current?.abort() }
}
