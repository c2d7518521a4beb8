'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Language, RewriteAction } from '@/prisma/generated/enums'
import { useAltKeys } from '../../../../_components/use-alt-keys'
import { draftAgainAction, stopDraftAction } from '../actions'
import { isBeingMade } from '../draft'
import { useReplyState } from '../reply-context'
import { useTicketAttempt } from '../use-ticket-attempt'
import { useRewrite } from './use-rewrite'

const HAN = /\p{Script=Han}/gu
const LATIN_WORDS = /[A-Za-z\u00C0-\u024F]+/g

/** The language that the text is not in; null for a text without words. */
function otherLanguage(text: string): Language | null {
  const [han, latin] = [text.match(HAN)?.length ?? 0, text.match(LATIN_WORDS)?.length ?? 0]
  if (han === 0 && latin === 0) return null
  return han > latin ? 'en' : 'zh'
}

/** Everything that a model does with the text in the box, with the keys for it. */
export function useModelActions(ticketId: string, isActive: boolean, box: RefObject<HTMLTextAreaElement | null>) {
  const { draft, text, isOwn, isWriting, isUnfinished, awaitDraft, stopAwaiting, remark } = useReplyState()
  const again = useTicketAttempt()
  const stopping = useTicketAttempt()
  const { run, stop: stopRewrite, action, failure, done, forget } = useRewrite(ticketId)
  const [isInstructing, setInstructing] = useState(false)
  const [wasEarly, setEarly] = useState(false)
  useEffect(() => {
    if (!isUnfinished) setEarly(false)
  }, [isUnfinished])
  const isDrafting = again.isPending || isBeingMade(draft)
  const isRegenerating = isWriting && action === null
  /** A draft is written into the box that nobody here has asked for: the ticket's first, or a colleague's wish. */
  const isFollowing = !isWriting && !isOwn && isBeingMade(draft)
  const canRewrite = !isUnfinished && text.trim() !== ''

  const regenerate = () => {
    if (isDrafting || isWriting) return
    forget()
    awaitDraft()
    again.run(async () => {
      try {
        const asked = await draftAgainAction(ticketId)
        if (!asked.ok) stopAwaiting()
        return asked
      } catch (error) {
        stopAwaiting()
        throw error
      }
    })
  }
  const rewrite = (wanted: RewriteAction) => {
    if (canRewrite) void run(wanted)
    setEarly(isFollowing)
    box.current?.focus()
  }
  const instruct = async (instruction: string) => {
    setEarly(isFollowing)
    if (isUnfinished || instruction.trim() === '') return
    box.current?.focus()
    if (await run('instruct', instruction)) setInstructing(false)
  }
  const openInstruction = () => !isWriting && setInstructing(true)
  const closeInstruction = () => {
    setInstructing(false)
    box.current?.focus()
  }
  const stop = () => {
    if (action) stopRewrite()
    else if (draft) stopping.run(() => stopDraftAction({ ticketId, suggestionId: draft.id }))
  }
  useAltKeys(
    {
      g: regenerate,
      s: () => rewrite('shorter'),
      w: () => rewrite('friendlier'),
      m: () => rewrite('formal'),
      t: () => rewrite('translate'),
      c: () => rewrite('continue'),
      i: openInstruction,
    },
    isActive,
  )
  useEscape(isActive && (isWriting || isFollowing), (event) => {
    // Nobody has asked for this draft, so Escape means it only where it has no other meaning.
    const isElsewhere =
      event.target instanceof HTMLElement && event.target.matches('input, select, textarea') && event.target !== box.current
    if (!isWriting && (event.defaultPrevented || isElsewhere)) return
    event.preventDefault()
    stop()
  })

  return {
    running: action ?? (isRegenerating ? ('regenerate' as const) : isFollowing ? ('draft' as const) : null),
    isDrafting,
    /** There is a draft in the making that can be stopped. */
    canStopDraft: isBeingMade(draft),
    /** A rewrite was asked for while there was no whole text. */
    isEarly: wasEarly && isUnfinished,
    canRewrite,
    translateTo: otherLanguage(text),
    regenerate,
    rewrite,
    isInstructing,
    instruct,
    openInstruction,
    closeInstruction,
    stop,
    failure,
    done,
    forget,
    /** What is to be known of the draft that was asked for. */
    remark,
    words: again.words ?? stopping.words,
  }
}

/** Before any menu or box takes it: what is being written can be stopped from everywhere. */
function useEscape(isActive: boolean, hear: (event: KeyboardEvent) => void): void {
  const latest = useRef(hear)
  useEffect(() => {
    latest.current = hear
  })
  useEffect(() => {
    if (!isActive) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || document.querySelector('dialog[open], [role="menu"]')) return
      latest.current(event)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [isActive])
}
