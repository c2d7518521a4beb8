'use client'

import { useNow } from 'next-intl'
import { useSyncExternalStore } from 'react'

/** Figures are minutes; so they are never more than this behind. */
const TICK_MS = 15_000

const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

/** One clock for all figures on the screen; only those that read it are drawn again. */
function listen(onTick: () => void): () => void {
  listeners.add(onTick)
  timer ??= setInterval(() => {
    for (const each of listeners) each()
  }, TICK_MS)
  return () => {
    listeners.delete(onTick)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** Milliseconds since 1970, in steps of 15 s. In the server's HTML and while it comes to life, the server's. */
export function useClock(): number {
  const served = useNow().getTime()
  return useSyncExternalStore(
    listen,
    () => Math.floor(Date.now() / TICK_MS) * TICK_MS,
    () => served,
  )
}
