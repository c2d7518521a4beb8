'use client'

import type { FoundShape, TryShape } from '@/lib/suggestions/try-shape'
import type { Language } from '@/prisma/generated/enums'
import { readTrial } from '../../../_doors/read-trial'
import { type Streamed, useStreamedRun } from '../../../_doors/use-streamed-run'

export type Turn = { from: 'customer' | 'agent'; text: string }
/** A question, and what was said before it. */
export type Asked = {
  question: string
  language?: Language
  turns?: Turn[]
  /** Though a kept answer would be served. */
  asksModel?: boolean
}

type Shown = {
  asked: Asked
  /** Milliseconds since 1970. */
  startedAt: number
  found: FoundShape | null
  /** The draft as far as it is written. */
  text: string
  result: TryShape | null
}
export type Trial = Shown & Streamed

/** Runs one trial at a time; a new one ends the one before. */
export function useTry() {
  const { state: trial, start, stop } = useStreamedRun<Shown>()
  const run = (asked: Asked) =>
    start({
      url: '/api/faq/try',
      body: asked,
      begun: { asked, startedAt: Date.now(), found: null, text: '', result: null },
      read: readTrial,
    })
  return { trial, run, stop }
}
