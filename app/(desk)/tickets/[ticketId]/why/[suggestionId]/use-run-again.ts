'use client'

import type { RunResult } from '@/lib/suggestions/run-again'
import { type Streamed, useStreamedRun } from '../../../../../_doors/use-streamed-run'

export type How = 'same' | 'today'
type Shown = { how: How; text: string; result: RunResult | null }
export type Run = Shown & Streamed

/** One run at a time; a new one ends the one before, and leaving the page ends it too. */
export function useRunAgain(suggestionId: string) {
  const { state: run, start: begin, stop } = useStreamedRun<Shown>()
  const start = (how: How) =>
    begin({
      url: `/api/suggestions/${suggestionId}/run`,
      body: { how },
      begun: { how, text: '', result: null },
      read: (event, data) => {
        if (event === 'draft') return { text: (data as { text: string }).text }
        if (event === 'result') return { result: data as RunResult, text: (data as RunResult).text ?? '' }
        return null
      },
    })
  return { run, start, stop }
}
