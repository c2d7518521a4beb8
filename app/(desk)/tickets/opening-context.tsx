'use client'

import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import type { QueueItem } from './_queue/queue-item'

/** A ticket that was asked for and is not here yet. */
type Opening = Pick<QueueItem, 'number' | 'subject' | 'language'>
type OpeningState = { opening: Opening | null; setOpening: (ticket: Opening | null) => void }

const OpeningContext = createContext<OpeningState>({ opening: null, setOpening: () => undefined })

/** What the queue asks for, known to the pane beside it. */
export function OpeningProvider({ children }: { children: ReactNode }) {
  const [opening, setOpening] = useState<Opening | null>(null)
  const state = useMemo(() => ({ opening, setOpening }), [opening])
  return <OpeningContext value={state}>{children}</OpeningContext>
}

export function useOpening(): OpeningState {
  return useContext(OpeningContext)
}
