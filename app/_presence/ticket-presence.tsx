'use client'

import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { usePresence } from '../_live/use-presence'

export type Companions = { looking: string[]; writing: string[] }

const NOBODY: Companions = { looking: [], writing: [] }
const PresenceContext = createContext<Companions>(NOBODY)

/** Who has typed nothing for this long is not writing any more, whatever stands in the box. */
const WRITES_MS = 45_000

type TicketPresenceProps = {
  ticketId: string
  agentId: string
  /** The reply as this person has written it; null while they have written none. */
  ownText: string | null
  children: ReactNode
}

/** Tells colleagues that this ticket is open here and whether a reply is being written, and knows the same of them. */
export function TicketPresence({ ticketId, agentId, ownText, children }: TicketPresenceProps) {
  const isWriting = useIsWriting(ownText)
  const others = usePresence(`ticket/${ticketId}`, isWriting)
  const companions = useMemo(() => {
    const namesOf = (state: 'edits' | 'looks') => [
      ...new Set(others.filter((other) => other.agentId !== agentId && other.state === state).map(({ name }) => name)),
    ]
    const writing = namesOf('edits')
    return { writing, looking: namesOf('looks').filter((name) => !writing.includes(name)) }
  }, [others, agentId])
  return <PresenceContext value={companions}>{children}</PresenceContext>
}

/** The colleagues who have this ticket open, and those of them who write a reply. */
export function useCompanions(): Companions {
  return useContext(PresenceContext)
}

/** A reply that was begun on an earlier visit and stands in the box is not being written. */
function useIsWriting(ownText: string | null): boolean {
  const [isWriting, setWriting] = useState(false)
  const before = useRef(ownText)
  useEffect(() => {
    if (before.current === ownText) return
    before.current = ownText
    if (!ownText?.trim()) return setWriting(false)
    setWriting(true)
  }, [ownText])
  // biome-ignore lint/correctness/useExhaustiveDependencies: each letter begins the time anew
  useEffect(() => {
    if (!isWriting) return
    const timer = setTimeout(() => setWriting(false), WRITES_MS)
    return () => clearTimeout(timer)
  }, [isWriting, ownText])
  return isWriting
}
