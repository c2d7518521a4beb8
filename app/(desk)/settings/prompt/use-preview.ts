'use client'

import type { FoundShape, TryShape } from '@/lib/suggestions/try-shape'
import { readTrial } from '../../../_doors/read-trial'
import { type Streamed, useStreamedRun } from '../../../_doors/use-streamed-run'
import type { PromptText } from './use-prompt-form'

export type PreviewTicket = { id: string; number: number; subject: string }
export type PreviewOn = { kind: 'question'; question: string } | { kind: 'ticket'; ticketId: string }
type Shown = { found: FoundShape | null; text: string; result: TryShape | null }
export type Preview = Shown & Streamed

/** One preview at a time; a new one ends the one before, and leaving the page ends it too. */
export function usePreview() {
  const { state: preview, start, stop } = useStreamedRun<Shown>()
  const run = (template: PromptText, on: PreviewOn) =>
    start({
      url: '/api/settings/prompt/preview',
      body: { template, on },
      begun: { found: null, text: '', result: null },
      read: readTrial,
    })
  return { preview, run, stop }
}
