'use client'

import { useEffect, useRef, useState } from 'react'
import type { FoundShape, TryShape } from '@/lib/suggestions/try-shape'
import type { Language } from '@/prisma/generated/enums'
import type { Problem } from '../../../_doors/attempt'
import { postForEvents } from '../../../_doors/post-for-events'

export type Turn = { from: 'customer' | 'agent'; text: string }
/** A question, and what was said before it. */
export type Asked = {
  question: string
  language?: Language
  turns?: Turn[] /** Though a kept answer would be served. */
  asksModel?: boolean
}

export type Trial = {
  asked: Asked
  /** Milliseconds since 1970. */
  startedAt: number
  found: FoundShape | null
  /** The draft as far as it is written. */
  text: string
  result: TryShape | null
  problem: Problem | null
  isRunning: boolean
}

/** Runs one trial at a time; a new one ends the one before. */
export function useTry() {
  const [trial, setTrial] = useState<Trial | null>(null)
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])

  const run = async (asked: Asked) => {
    running.current?.abort()
    const mine = new AbortController()
    running.current = mine
    const change = (part: Partial<Trial>) => setTrial((old) => (running.current === mine && old ? { ...old, ...part } : old))
    setTrial({ asked, startedAt: Date.now(), found: null, text: '', result: null, problem: null, isRunning: true })
    const problem = await postForEvents('/api/faq/try', asked, {
      signal: mine.signal,
      onEvent: (event, data) => {
        if (event === 'found') change({ found: data as FoundShape })
        if (event === 'draft') change({ text: (data as { text: string }).text })
        if (event === 'result') change({ result: data as TryShape, text: (data as TryShape).text })
      },
    })
    change({ problem, isRunning: false })
  }
  return { trial, run, stop: () => running.current?.abort() }
}
