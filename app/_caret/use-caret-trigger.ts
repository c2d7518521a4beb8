'use client'

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { findTrigger, findTyped, type Sign, type Typed } from './find-trigger'

type CaretTrigger = {
  typed: Typed | null
  /** Puts a text in the place of sign and words, as if it were typed: the box's own undo takes it back. */
  replace: (text: string, selection?: [number, number]) => void
  close: () => void
  /** Begins a word at the caret without a sign; the focus goes to the box. */
  open: () => void
}

/** Follows what is typed in a text box, and says when a sign that begins a word stands before the caret. Never while an input method composes. */
export function useCaretTrigger(box: RefObject<HTMLTextAreaElement | null>, sign: Sign): CaretTrigger {
  const [typed, setTyped] = useState<Typed | null>(null)
  /** Where a list was closed: it stays so until another sign is typed. */
  const closedAt = useRef<number | null>(null)
  /** Where a word was begun without a sign. */
  const openedAt = useRef<number | null>(null)

  useEffect(() => {
    const element = box.current
    if (!element) return
    let isComposing = false
    const look = () => {
      if (isComposing) return
      const isHere = document.activeElement === element && element.selectionStart === element.selectionEnd
      const { value, selectionStart: caret } = element
      const opened = openedAt.current === null ? null : findTyped(value, openedAt.current, caret)
      if (!isHere || !opened) openedAt.current = null
      const found = isHere ? (opened ?? findTrigger(value, caret, sign)) : null
      if (found?.start !== closedAt.current) closedAt.current = null
      const shown = found && closedAt.current === null ? found : null
      setTyped((old) => (old?.start === shown?.start && old?.q === shown?.q ? old : shown))
    }
    const begin = () => {
      isComposing = true
    }
    const end = () => {
      isComposing = false
      look()
    }
    // Only typing opens the list: a caret that is set beside an old slash wants nothing. Moving it away closes.
    const onSelect = () =>
      setTyped((old) => {
        if (!old || element.selectionStart === old.end) return old
        openedAt.current = null
        return null
      })
    const onBlur = () => {
      openedAt.current = null
      setTyped(null)
    }
    element.addEventListener('input', look)
    element.addEventListener('compositionstart', begin)
    element.addEventListener('compositionend', end)
    element.addEventListener('keyup', onSelect)
    element.addEventListener('pointerup', onSelect)
    element.addEventListener('blur', onBlur)
    return () => {
      element.removeEventListener('input', look)
      element.removeEventListener('compositionstart', begin)
      element.removeEventListener('compositionend', end)
      element.removeEventListener('keyup', onSelect)
      element.removeEventListener('pointerup', onSelect)
      element.removeEventListener('blur', onBlur)
    }
  }, [box, sign])

  const close = useCallback(() => {
    setTyped((old) => {
      closedAt.current = old?.start ?? null
      return null
    })
    openedAt.current = null
  }, [])
  const open = useCallback(() => {
    const element = box.current
    if (!element || element.readOnly) return
    element.focus()
    const caret = element.selectionEnd
    element.setSelectionRange(caret, caret)
    closedAt.current = null
    openedAt.current = caret
    setTyped({ start: caret, end: caret, q: '' })
  }, [box])
  const replace = useCallback(
    (text: string, selection?: [number, number]) => {
      const element = box.current
      if (!element || !typed) return
      element.focus()
      element.setSelectionRange(typed.start, typed.end)
      // The one way that the browser's own undo knows of; it is a keystroke to everyone who listens.
      if (!document.execCommand('insertText', false, text)) element.setRangeText(text, typed.start, typed.end, 'end')
      if (selection) element.setSelectionRange(typed.start + selection[0], typed.start + selection[1])
      openedAt.current = null
      setTyped(null)
    },
    [box, typed],
  )
  return { typed, replace, close, open }
}
