'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { newKey } from '../_doors/new-key'
import { useLiveEvents } from './live-provider'

export type Companion = { agentId: string; name: string; state: 'looks' | 'edits' }

/** Hidden tabs may speak once a minute only. */
const BEAT_MS = 20_000
const EXPIRES_MS = 70_000

/**
 * Who else has the place open in some tab. Nobody keeps a list: each tab says again and again that it is there, and answers one that it has not
 * heard before, so a process that dies takes nothing with it and a browser that dies is forgotten after a minute.
 * @param place `rule/<id>`
 */
export function usePresence(place: string, isEditing: boolean): Companion[] {
  const [tabId] = useState(newKey)
  const heard = useRef(new Map<string, Companion & { until: number }>())
  const [others, setOthers] = useState<Companion[]>([])
  const state = useRef(isEditing)

  const show = useCallback(() => {
    const now = Date.now()
    for (const [id, { until }] of heard.current) if (until < now) heard.current.delete(id)
    const next = [...heard.current.values()].map(({ agentId, name, state: theirs }) => ({ agentId, name, state: theirs }))
    setOthers((old) => (JSON.stringify(old) === JSON.stringify(next) ? old : next))
  }, [])
  const say = useCallback(
    (what: 'looks' | 'edits' | 'left') => {
      // What does not get through is said again soon.
      fetch('/api/presence', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ place, tabId, state: what }),
        keepalive: true,
      }).catch(() => undefined)
    },
    [place, tabId],
  )
  const sayNow = useCallback(() => say(state.current ? 'edits' : 'looks'), [say])

  useLiveEvents((event) => {
    if (event.kind === 'resync' || event.kind === 'resumed') return sayNow()
    if (event.kind !== 'presence' || event.place !== place || event.tabId === tabId) return
    const isNew = !heard.current.has(event.tabId)
    if (event.state === 'left') heard.current.delete(event.tabId)
    else {
      const { agentId, name } = event
      heard.current.set(event.tabId, { agentId, name, state: event.state, until: Date.now() + EXPIRES_MS })
      if (isNew) sayNow()
    }
    show()
  })
  useEffect(() => {
    state.current = isEditing
    say(isEditing ? 'edits' : 'looks')
  }, [isEditing, say])
  useEffect(() => {
    const beat = setInterval(() => {
      sayNow()
      show()
    }, BEAT_MS)
    const leave = () => say('left')
    window.addEventListener('pagehide', leave)
    return () => {
      clearInterval(beat)
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [say, sayNow, show])
  return others
}
