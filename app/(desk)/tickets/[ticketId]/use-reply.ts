'use client'

import { useEffect, useMemo, useReducer, useState } from 'react'
import { useLiveEvents } from '../../../_live/live-provider'
import { landmarks, type Origin, type Stroke } from './_composer/reply-history'
import { reduceReply, startReply } from './_composer/reply-reducer'
import { useAutosave } from './_composer/use-autosave'
import { forgetReplaced, useReplaced } from './_composer/use-replaced'
import { type Draft, isBeingMade, type SavedReply } from './draft'
import { placePromises, placeSentences } from './place-sentences'

export type ReplySource = { ticketId: string; agentId: string; draft: Draft | null; saved: SavedReply | null }

const PLAIN_STROKE = (): Stroke => ({ kind: 'other', isComposing: false, at: Date.now() })

/**
 * The text of the reply. Until the agent types it is the draft, word by word as it is written; from the first key on it
 * is the agent's, and a newer draft is only offered, unless the agent has asked for it.
 */
export function useReply({ ticketId, agentId, draft, saved }: ReplySource) {
  const [stream, setStream] = useState<{ id: string; text: string } | null>(null)
  const [state, dispatch] = useReducer(reduceReply, null, () => startReply(draft, saved))
  const [declinedId, setDeclinedId] = useState<string | null>(null)
  const [writing, setWriting] = useState<string | null>(null)
  /** An earlier draft that was put in the text's place. */
  const [taken, setTaken] = useState<Draft | null>(null)
  const { own, history, awaited, caret, remark, halfId } = state

  useLiveEvents((event) => {
    if (event.kind === 'draft' && event.ticketId === ticketId) setStream({ id: event.suggestionId, text: event.text })
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page read again brings a new object for the same draft
  useEffect(() => {
    if (draft && !isBeingMade(draft)) dispatch({ kind: 'drafted', draft })
  }, [draft?.id, draft?.status, draft?.text])

  const autosave = useAutosave({
    agentId,
    ticketId,
    saved,
    own,
    onFound: (found) => (found ? dispatch({ kind: 'put', ...found, by: 'restored', draft }) : dispatch({ kind: 'takeDraft', draft })),
  })
  useReplaced({ agentId, ticketId, history, onRecalled: (text) => dispatch({ kind: 'recalled', ...text }) })

  return useMemo(() => {
    const streamed = stream && stream.id === draft?.id ? stream.text : (draft?.text ?? '')
    const isMaking = isBeingMade(draft)
    const draftText = isMaking ? streamed : draft?.status === 'ready' ? draft.text : ''
    const before = own?.text ?? history.versions[history.at]?.text ?? ''
    const isAwaiting = awaited !== null && isMaking
    const text = writing ?? (isAwaiting ? draftText || before : own ? own.text : draftText)
    const base = own ? own.base : draft
    const follows = draft && { ...draft, text: draftText }
    const isDifferent = own?.base?.rewrite ? own.base.id !== draft?.id : own?.base?.text !== draft?.text
    const isOther = isDifferent || (halfId !== null && halfId === draft?.id)
    const marks = landmarks(history)
    const isPlain = writing === null && !isAwaiting
    const drafted = isPlain && base?.status === 'ready' ? placeSentences(text, base.sentences) : []
    return {
      draft,
      text,
      /** The draft that the text was made from: its marks and rules belong to it. */
      base,
      placed: isPlain && own ? placePromises(text, drafted, autosave.promises) : drafted,
      isOwn: own !== null,
      hasNewer: own !== null && !isAwaiting && draft?.status === 'ready' && draft.text !== '' && isOther && declinedId !== draft.id,
      remark,
      /** A model is putting words into the box; the agent waits or stops it. */
      isWriting: writing !== null || isAwaiting,
      /** What stands in the box is not a whole text yet: nothing that could be sent or rewritten. */
      isUnfinished: writing !== null || isAwaiting || (isMaking && own === null),
      /** The words are being written into the box while one looks on. */
      isStreaming: writing !== null || (isMaking && own === null && draftText !== '') || (isAwaiting && draftText !== ''),
      caret,
      edit: (next: string, stroke: Stroke = PLAIN_STROKE()) => dispatch({ kind: 'typed', text: next, stroke, draft: follows }),
      /** Puts a whole text into the box, which undo takes back: a rewrite, a macro. */
      put: (next: { text: string; base: Draft | null; by: Origin; caretAt?: number }) => dispatch({ kind: 'put', ...next, draft: follows }),
      undo: () => dispatch({ kind: 'undo', direction: -1, draft }),
      redo: () => dispatch({ kind: 'undo', direction: 1, draft }),
      step: (direction: -1 | 1) => dispatch({ kind: 'step', direction, draft }),
      versions: { count: marks.length, at: marks.findLastIndex((mark) => mark <= history.at) + 1, isBetween: !marks.includes(history.at) },
      /** The next draft takes the place of the text. */
      awaitDraft: () => dispatch({ kind: 'awaited', insteadOf: draft?.id ?? null }),
      stopAwaiting: () => dispatch({ kind: 'notAwaited' }),
      showWriting: setWriting,
      /** Gives the edits up for the draft as it is now. */
      takeDraft: () => dispatch({ kind: 'takeDraft', draft }),
      /** The earlier draft that the text is now, unchanged. */
      takenId: taken && own?.base?.id === taken.id && own.text === taken.text ? taken.id : null,
      /** Puts an earlier draft in the text's place; `giveBack`, as undo, brings back what stood there. */
      takeText: (earlier: Draft) => {
        setTaken(earlier)
        // What is still being written nobody can have declined.
        setDeclinedId(isMaking ? null : (draft?.id ?? null))
        dispatch({ kind: 'put', text: earlier.text, base: earlier, by: 'draft', draft: follows })
      },
      giveBack: () => {
        setTaken(null)
        dispatch({ kind: 'undo', direction: -1, draft })
      },
      declineNewer: () => setDeclinedId(draft?.id ?? null),
      autosave,
      /** It was sent: nothing is left to keep. */
      forgetKept: () => {
        autosave.done()
        forgetReplaced(agentId, ticketId)
      },
    }
  }, [agentId, ticketId, draft, stream, own, history, awaited, caret, remark, halfId, declinedId, writing, autosave, taken])
}
