'use client'

import { useEffect, useState } from 'react'
import { useReplyState } from './reply-context'

/** A message of the thread, as far as a reply must know of it; `at` in milliseconds since 1970. */
export type Said = { id: string; at: number; isCustomer: boolean; author: string | null }

/**
 * What was said since the agent began to write. The page has shown it by then, but who types looks at the keys: a text that is older than the last
 * message is asked about once. A text from an earlier visit is as old as its last save.
 */
export function useMeanwhile(said: Said[]): { newer: Said[]; noteTold: () => void } {
  const {
    isOwn,
    autosave: { status, savedAt },
  } = useReplyState()
  const [known, setKnown] = useState<ReadonlySet<string> | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was there when the text began, whatever is there by now
  useEffect(() => {
    if (!isOwn) return setKnown(null)
    const before = status === 'saved' && savedAt !== null ? savedAt : Number.POSITIVE_INFINITY
    setKnown((now) => now ?? idsOf(said.filter(({ at }) => at <= before)))
  }, [isOwn])
  return {
    newer: isOwn && known ? said.filter(({ id }) => !known.has(id)) : [],
    noteTold: () => setKnown((now) => now && idsOf(said)),
  }
}

function idsOf(said: Said[]): ReadonlySet<string> {
  return new Set(said.map(({ id }) => id))
}
