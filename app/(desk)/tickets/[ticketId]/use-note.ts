'use client'

import { useEffect, useRef, useState } from 'react'
import { newKey } from '../../../_doors/new-key'
import { forgetKept, readKept, writeKept } from './kept'

/** A note that was begun; the colleagues chosen from the list, for where two have one name; once it was sent off, under which key. */
type Note = { text: string; mentionIds: string[]; key?: string }

const NO_NOTE: Note = { text: '', mentionIds: [] }

const nameOf = (agentId: string, ticketId: string) => `unsent-note:${agentId}:${ticketId}`

/** A note as it is written: kept in this browser until it is added, so that a look at another ticket costs no word of it. */
export function useNote(agentId: string, ticketId: string) {
  const [note, setNote] = useState(NO_NOTE)
  // A colleague who is chosen changes the text and the list in one go.
  const latest = useRef(note)
  const name = nameOf(agentId, ticketId)
  // After the first paint: the server does not know of it.
  useEffect(() => {
    const kept = readKept(name)
    if (!isNote(kept)) return
    latest.current = kept
    setNote(kept)
  }, [name])
  const change = (part: Partial<Note>) => {
    latest.current = { ...latest.current, ...part }
    setNote(latest.current)
    if (latest.current.text === '') forgetKept(name)
    else writeKept(name, latest.current)
  }
  return {
    ...note,
    // Other words are another note: under the key of the first they would count as it, and be lost.
    write: (text: string) => change({ text, key: undefined }),
    mention: (id: string) => change({ mentionIds: [...latest.current.mentionIds, id] }),
    /** The key it is added under: the same until it is added, also for one who went away meanwhile and came back to it. */
    keyOfAttempt: () => {
      const key = latest.current.key ?? newKey()
      change({ key })
      return key
    },
    /** It was added. What has been begun here since, after a look elsewhere, stays. */
    done: (key: string) => {
      const kept = readKept(name)
      if (latest.current.key !== key) return
      latest.current = NO_NOTE
      setNote(NO_NOTE)
      if (isNote(kept) && kept.key === key) forgetKept(name)
    },
  }
}

function isNote(value: unknown): value is Note {
  return (
    typeof value === 'object' &&
    value !== null &&
    'text' in value &&
    typeof value.text === 'string' &&
    'mentionIds' in value &&
    Array.isArray(value.mentionIds)
  )
}
