'use client'

import { useEffect, useRef, useState } from 'react'
import type { Problem } from './attempt'
import { postForEvents } from './post-for-events'

/** What is known of every run: what went wrong with it, and whether it goes on. */
export type Streamed = { problem: Problem | null; isRunning: boolean }

type Asked<Shown> = {
  url: string
  body: unknown
  /** What is shown before the first event. */
  begun: Shown
  /** What an event changes in what is shown. */
  read: (event: string, data: unknown) => Partial<Shown> | null
}

/** What a route of ours streams (postForEvents), one run at a time: a new one ends the one before, and so does leaving the page. */
export function useStreamedRun<Shown extends object>() {
  const [state, setState] = useState<(Shown & Streamed) | null>(null)
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])

  const start = async ({ url, body, begun, read }: Asked<Shown>): Promise<void> => {
    running.current?.abort()
    const mine = new AbortController()
    running.current = mine
    const change = (part: Partial<Shown> | Streamed | null) =>
      setState((old) => (running.current === mine && old ? { ...old, ...part } : old))
    setState({ ...begun, problem: null, isRunning: true })
    const problem = await postForEvents(url, body, { signal: mine.signal, onEvent: (event, data) => change(read(event, data)) })
    change({ problem, isRunning: false })
  }
  return { state, start, stop: () => running.current?.abort() }
}
