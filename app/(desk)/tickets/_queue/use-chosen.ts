'use client'

import { useRef, useState } from 'react'
import type { QueueItem } from './queue-item'

const NOTHING: ReadonlySet<string> = new Set()

/** The rows chosen for a deed on many. What was chosen in another list is out of sight, and must not be changed unseen. */
export function useChosen(key: string, items: readonly QueueItem[]) {
  const [chosen, setChosen] = useState({ key, ids: NOTHING })
  const last = useRef<string | null>(null)
  if (chosen.key !== key) setChosen({ key, ids: NOTHING })
  const choose = (index: number, isRange: boolean) => {
    const id = items[index]?.id
    if (!id) return
    const start = isRange ? items.findIndex((item) => item.id === last.current) : -1
    const from = start < 0 ? index : Math.min(start, index)
    const to = start < 0 ? index : Math.max(start, index)
    const isTaken = start >= 0 || !chosen.ids.has(id)
    const next = new Set(chosen.ids)
    for (const item of items.slice(from, to + 1)) isTaken ? next.add(item.id) : next.delete(item.id)
    last.current = id
    setChosen({ key, ids: next })
  }
  return {
    ids: chosen.key === key ? chosen.ids : NOTHING,
    choose,
    chooseThese: (ids: string[]) => setChosen({ key, ids: new Set(ids) }),
    chooseNone: () => setChosen({ key, ids: NOTHING }),
  }
}
