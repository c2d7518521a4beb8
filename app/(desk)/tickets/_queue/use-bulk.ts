'use client'

import { useRef, useState } from 'react'
import type { Changed, TicketBefore, TicketChange } from '@/lib/tickets/change-tickets'

/** Tickets of one request, as many as the server takes (lib/tickets/change-tickets.ts). */
const AT_ONCE = 50

export type Bulk =
  | { state: 'idle' }
  | { state: 'running'; change: TicketChange; done: number; total: number; isTakingBack: boolean }
  | { state: 'done'; change: TicketChange; before: TicketBefore[]; left: number; hasFailed: boolean; isTakenBack: boolean }

/** One thing done to many tickets, in goes that count. What is done stays done when a later one fails, and can be taken back. */
export function useBulk() {
  const [bulk, setBulk] = useState<Bulk>({ state: 'idle' })
  const isRunning = useRef(false)

  const run = async (change: TicketChange, all: string[] | TicketBefore[], isTakingBack: boolean) => {
    if (isRunning.current) return
    isRunning.current = true
    const before: TicketBefore[] = []
    let left = 0
    let hasFailed = false
    for (let from = 0; from < all.length && !hasFailed; from += AT_ONCE) {
      setBulk({ state: 'running', change, done: from, total: all.length, isTakingBack })
      const some = all.slice(from, from + AT_ONCE)
      const result = await post(isTakingBack ? { change, takeBack: some } : { change, ids: some })
      before.push(...(result?.changed ?? []))
      left += result?.left ?? 0
      hasFailed = result === null
    }
    isRunning.current = false
    setBulk({ state: 'done', change, before, left, hasFailed, isTakenBack: isTakingBack })
  }
  return {
    bulk,
    start: (change: TicketChange, ids: string[]) => void run(change, ids, false),
    takeBack: () => bulk.state === 'done' && void run(bulk.change, bulk.before, true),
    forget: () => setBulk({ state: 'idle' }),
  }
}

async function post(body: object): Promise<Changed | null> {
  try {
    const response = await fetch('/tickets/queue/change', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return response.ok ? ((await response.json()) as Changed) : null
  } catch {
    // The server is away; the bar says how far it came.
    return null
  }
}
