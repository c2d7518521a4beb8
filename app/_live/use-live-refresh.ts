'use client'

import { useRouter } from 'next/navigation'
import { startTransition, useEffect, useRef } from 'react'
import { afterActions } from '../_doors/under-way'
import { type LiveEvent, useLiveEvents } from './live-provider'

/** Several events of one transaction arrive together; one refresh shows them all. */
const DEBOUNCE_MS = 120

/** Reads the page again, in place, when something happened that it shows. */
export function useLiveRefresh(concerns: (event: LiveEvent) => boolean): void {
  const router = useRouter()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useLiveEvents((event) => {
    if (event.kind !== 'resync' && !concerns(event)) return
    clearTimeout(timer.current)
    timer.current = setTimeout(() => afterActions(() => startTransition(() => router.refresh())), DEBOUNCE_MS)
  })
  useEffect(() => () => clearTimeout(timer.current), [])
}
