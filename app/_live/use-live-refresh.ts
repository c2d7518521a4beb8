'use client'

import { useRouter } from 'next/navigation'
import { startTransition, useEffect, useRef } from 'react'
import { type LiveEvent, useLiveEvents } from './live-provider'

/** Several events of one transaction arrive together; one refresh shows them all. */
const DEBOUNCE_MS = 120
/** How soon to ask again for a server that could not be reached. */
const RETRY_MS = 2_000

/** A refresh that finds no server becomes a navigation, to the browser's own page of failure: the desk would be gone. */
async function isReachable(): Promise<boolean> {
  if (!navigator.onLine) return false
  return fetch('/api/health', { method: 'HEAD', cache: 'no-store' }).then(
    () => true,
    () => false,
  )
}

/** Reads the page again, in place, when something happened that it shows; as soon as the server can be reached. */
export function useLiveRefresh(concerns: (event: LiveEvent) => boolean): void {
  const router = useRouter()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useLiveEvents((event) => {
    if (event.kind !== 'resync' && !concerns(event)) return
    const refreshIn = (ms: number) => {
      clearTimeout(timer.current)
      const mine = setTimeout(async () => {
        const isThere = await isReachable()
        // Something newer has asked meanwhile, or the page has gone.
        if (timer.current !== mine) return
        if (isThere) startTransition(() => router.refresh())
        else refreshIn(RETRY_MS)
      }, ms)
      timer.current = mine
    }
    refreshIn(DEBOUNCE_MS)
  })
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      timer.current = undefined
    },
    [],
  )
}
