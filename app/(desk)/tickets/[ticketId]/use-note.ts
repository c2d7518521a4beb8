'use client'

import { useEffect, useRef, useState } from 'react'
import { forgetKept, readKept, writeKept } from './kept'

/** A note that was begun; the colleagues chosen from the list, for where two have one name. */
type Note = { text: string; mentionIds: string[] }

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
    write: (text: string) => change({ text }),
    mention: (id: string) => change({ mentionIds: [...latest.current.mentionIds, id] }),
    clear: () => change(NO_NOTE),
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
