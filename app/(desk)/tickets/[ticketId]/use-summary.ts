'use client'

import { useLocale } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import type { SummaryResult } from '@/lib/suggestions/summarise-thread'
import { postForEvents } from '../../../_doors/post-for-events'

export type Summarising = { text: string; result: SummaryResult | null; hasFailed: boolean; isRunning: boolean }

/** Asks for the summary of a thread, one at a time; leaving the ticket ends it. */
export function useSummary(ticketId: string) {
  const locale = useLocale()
  const [state, setState] = useState<Summarising | null>(null)
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])
  const run = async (isAgain: boolean) => {
    running.current?.abort()
    const mine = new AbortController()
    running.current = mine
    const change = (part: Partial<Summarising>) => setState((old) => (running.current === mine && old ? { ...old, ...part } : old))
    setState({ text: '', result: null, hasFailed: false, isRunning: true })
    const problem = await postForEvents(
      `/api/tickets/${ticketId}/summary`,
      { language: locale === 'en' ? 'en' : 'zh', isAgain },
      {
        signal: mine.signal,
        onEvent: (event, data) => {
          if (event === 'draft') change({ text: (data as { text: string }).text })
          if (event === 'result') change({ result: data as SummaryResult })
        },
      },
    )
    change({ hasFailed: problem !== null, isRunning: false })
  }
  return { state, run, stop: () => running.current?.abort() }
}
