'use client'

import { useLocale } from 'next-intl'
import type { SummaryResult } from '@/lib/suggestions/summarise-thread'
import { type Streamed, useStreamedRun } from '../../../_doors/use-streamed-run'

type Shown = { text: string; result: SummaryResult | null }
export type Summarising = Shown & Streamed

/** Asks for the summary of a thread, one at a time; leaving the ticket ends it. */
export function useSummary(ticketId: string) {
  const locale = useLocale()
  const { state, start, stop } = useStreamedRun<Shown>()
  const run = (isAgain: boolean) =>
    start({
      url: `/api/tickets/${ticketId}/summary`,
      body: { language: locale === 'en' ? 'en' : 'zh', isAgain },
      begun: { text: '', result: null },
      read: (event, data) => {
        if (event === 'draft') return { text: (data as { text: string }).text }
        if (event === 'result') return { result: data as SummaryResult }
        return null
      },
    })
  return { state, run, stop }
}
