'use client'

import { useEffect, useMemo, useState } from 'react'
import { useLiveEvents } from '../../../_live/live-provider'
import { type Draft, isBeingMade } from './draft'
import { placeSentences } from './place-sentences'
import { forgetUnsent, readUnsent, type Unsent, writeUnsent } from './unsent'

/**
 * The text of the reply. Until the agent types it is the draft, word by word as it is written; from the first key on it
 * is the agent's, and a newer draft is only offered.
 */
export function useReply(ticketId: string, draft: Draft | null) {
  const [stream, setStream] = useState<{ id: string; text: string } | null>(null)
  const [own, setOwn] = useState<Unsent | null>(null)
  const [isRestored, setRestored] = useState(false)
  const [declinedId, setDeclinedId] = useState<string | null>(null)
  /** An earlier draft that was put in the text's place, and what stood there. */
  const [taken, setTaken] = useState<{ draft: Draft; before: Unsent | null } | null>(null)

  useLiveEvents((event) => {
    if (event.kind === 'draft' && event.ticketId === ticketId) setStream({ id: event.suggestionId, text: event.text })
  })
  // After the first paint: the server does not know what this browser kept.
  useEffect(() => {
    const unsent = readUnsent(ticketId)
    if (!unsent) return
    setOwn(unsent)
    setRestored(true)
  }, [ticketId])

  return useMemo(() => {
    const streamed = stream && stream.id === draft?.id ? stream.text : (draft?.text ?? '')
    const draftText = isBeingMade(draft) ? streamed : draft?.status === 'ready' ? draft.text : ''
    const text = own ? own.text : draftText
    const base = own ? own.base : draft
    const isNewer =
      own !== null && draft?.status === 'ready' && draft.text !== '' && own.base?.text !== draft.text && declinedId !== draft.id
    return {
      draft,
      text,
      /** The draft that the text was made from: its marks and rules belong to it. */
      base,
      placed: base?.status === 'ready' ? placeSentences(text, base.sentences) : [],
      isOwn: own !== null,
      isRestored: isRestored && own !== null,
      hasNewer: isNewer,
      edit: (next: string) => {
        const unsent = { text: next, base: own ? own.base : draft && { ...draft, text: draftText } }
        setOwn(unsent)
        writeUnsent(ticketId, unsent)
      },
      /** Gives the edits up for the draft as it is now. */
      takeDraft: () => {
        setOwn(null)
        setRestored(false)
        forgetUnsent(ticketId)
      },
      /** The earlier draft that the text is now, unchanged. */
      takenId: taken && own?.base?.id === taken.draft.id && own.text === taken.draft.text ? taken.draft.id : null,
      /** Puts an earlier draft in the text's place; `giveBack` undoes it. */
      takeText: (earlier: Draft) => {
        const unsent = { text: earlier.text, base: earlier }
        setTaken({ draft: earlier, before: own })
        setOwn(unsent)
        setDeclinedId(draft?.id ?? null)
        writeUnsent(ticketId, unsent)
      },
      giveBack: () => {
        const before = taken?.before ?? null
        setTaken(null)
        setOwn(before)
        if (before) writeUnsent(ticketId, before)
        else forgetUnsent(ticketId)
      },
      declineNewer: () => setDeclinedId(draft?.id ?? null),
    }
  }, [ticketId, draft, stream, own, isRestored, declinedId, taken])
}
