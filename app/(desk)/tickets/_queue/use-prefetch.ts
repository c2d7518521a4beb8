'use client'

import type { PrefetchKind } from 'next/dist/client/components/router-reducer/router-reducer-types'
import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef } from 'react'
import { useLiveEvents } from '../../../_live/live-provider'

// With its data; the kind that is the default brings a dynamic page's frame alone. The name stands for an enum whose module is Next's own.
const WHOLE = 'full' as PrefetchKind

/** A pointer on its way passes many rows, and a held J as well; on one that it means it rests. */
const REST_MS = 70

/**
 * Pages of tickets fetched before they are opened, so that the next one is there at once. A page that something has happened to since is shown as it
 * was fetched and read again in the same moment.
 */
export function usePrefetch(openId: string | undefined) {
  const router = useRouter()
  const fetched = useRef(new Set<string>())
  const outdated = useRef(new Set<string>())
  useLiveEvents((event) => {
    if (event.kind === 'resync') for (const id of fetched.current) outdated.current.add(id)
    else if ('ticketId' in event && fetched.current.has(event.ticketId)) outdated.current.add(event.ticketId)
  })
  useEffect(() => {
    if (!openId || !outdated.current.delete(openId)) return
    router.refresh()
  }, [openId, router])
  const fetchNow = useCallback(
    (id: string, href: string) => {
      fetched.current.add(id)
      router.prefetch(href, { kind: WHOLE })
    },
    [router],
  )
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(rest.current), [])
  const fetchWhenMeant = useCallback(
    (id: string, href: string) => {
      clearTimeout(rest.current)
      rest.current = setTimeout(() => fetchNow(id, href), REST_MS)
    },
    [fetchNow],
  )
  return { fetchNow, fetchWhenMeant }
}
