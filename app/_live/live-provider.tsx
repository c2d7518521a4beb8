'use client'

import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react'
import type { DeskEvent } from '@/lib/events'
import { usePatientFetch } from './use-patient-fetch'

/**
 * `resumed`: the stream was interrupted, and what happened meanwhile has been told now. `resync`: it begins, or what was missed is not known any
 * more.
 */
export type LiveEvent = DeskEvent | { kind: 'resync' } | { kind: 'resumed' }
type Listener = (event: LiveEvent) => void
type Live = { subscribe: (listener: Listener) => () => void; isLost: boolean }

const LiveContext = createContext<Live>({ subscribe: () => () => undefined, isLost: false })

/** The browser reconnects by itself after a break, but gives up for good after an answer that is no stream. */
const REOPEN_MS = 4_000
/** A restart of the server takes about this long; a shorter break is nobody's concern. */
const LOST_AFTER_MS = 5_000

/** One EventSource for the whole desk, whoever listens. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const listeners = useRef(new Set<Listener>())
  const [isLost, setLost] = useState(false)
  usePatientFetch()

  useEffect(() => {
    let source: EventSource | undefined
    let reopen: ReturnType<typeof setTimeout> | undefined
    let lost: ReturnType<typeof setTimeout> | undefined
    /** How far this page has heard. The browser keeps it, too, but only while it reconnects by itself. */
    let after = ''
    const tell = (event: LiveEvent) => {
      for (const listener of listeners.current) listener(event)
    }
    const open = () => {
      source = new EventSource(`/api/events${after && `?${new URLSearchParams({ after })}`}`)
      source.onopen = () => {
        clearTimeout(lost)
        lost = undefined
        setLost(false)
      }
      source.onmessage = ({ data, lastEventId }) => {
        after = lastEventId || after
        tell(JSON.parse(data) as LiveEvent)
      }
      source.onerror = () => {
        lost ??= setTimeout(() => setLost(true), LOST_AFTER_MS)
        if (source?.readyState === EventSource.CLOSED) reopen = setTimeout(open, REOPEN_MS)
      }
    }
    open()
    return () => {
      clearTimeout(reopen)
      clearTimeout(lost)
      source?.close()
    }
  }, [])

  const live = useMemo<Live>(
    () => ({
      isLost,
      subscribe: (listener) => {
        listeners.current.add(listener)
        return () => listeners.current.delete(listener)
      },
    }),
    [isLost],
  )
  return <LiveContext value={live}>{children}</LiveContext>
}

/** Whether the stream of events has been down for some seconds. */
export function useConnectionLost(): boolean {
  return useContext(LiveContext).isLost
}

/** Hears what happens on the desk while the component is on the screen. */
export function useLiveEvents(listener: Listener): void {
  const { subscribe } = useContext(LiveContext)
  const latest = useRef(listener)
  useEffect(() => {
    latest.current = listener
  })
  useEffect(() => subscribe((event) => latest.current(event)), [subscribe])
}
