'use client'

import { useEffect, useRef, useState } from 'react'
import type { FoundShape, TryShape } from '@/lib/suggestions/try-shape'
import type { Problem } from '../../../_doors/attempt'
import { postForEvents } from '../../../_doors/post-for-events'
import type { PromptText } from './use-prompt-form'

export type PreviewTicket = { id: string; number: number; subject: string }
export type PreviewOn = { kind: 'question'; question: string } | { kind: 'ticket'; ticketId: string }
export type Preview = {
  found: FoundShape | null
  text: string
  result: TryShape | null
  problem: Problem | null
  isRunning: boolean
}

/** One preview at a time; a new one ends the one before, and leaving the page ends it too. */
export function usePreview() {
  const [preview, setPreview] = useState<Preview | null>(null)
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])
  const run = async (template: PromptText, on: PreviewOn) => {
    running.current?.abort()
    const mine = new AbortController()
    running.current = mine
    const change = (part: Partial<Preview>) => setPreview((old) => (running.current === mine && old ? { ...old, ...part } : old))
    setPreview({ found: null, text: '', result: null, problem: null, isRunning: true })
    const problem = await postForEvents(
      '/api/settings/prompt/preview',
      { template, on },
      {
        signal: mine.signal,
        onEvent: (event, data) => {
          if (event === 'found') change({ found: data as FoundShape })
          if (event === 'draft') change({ text: (data as { text: string }).text })
          if (event === 'result') change({ result: data as TryShape, text: (data as TryShape).text })
        },
      },
    )
    change({ problem, isRunning: false })
  }
  return { preview, run, stop: () => running.current?.abort() }
}
