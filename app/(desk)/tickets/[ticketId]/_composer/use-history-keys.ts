'use client'

import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'

type Moves = { undo: () => void; redo: () => void }

/**
 * Undo and redo of the box by our own history: the browser's forgets everything as soon as a program changes the text, and
 * drafts and rewrites are such changes. The browser's menu asks for the same by `beforeinput`.
 */
export function useHistoryKeys(box: RefObject<HTMLTextAreaElement | null>, moves: Moves): (event: KeyboardEvent) => boolean {
  const latest = useRef(moves)
  useEffect(() => {
    latest.current = moves
  })
  useEffect(() => {
    const element = box.current
    const onBeforeInput = (event: InputEvent) => {
      if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return
      event.preventDefault()
      if (event.inputType === 'historyUndo') latest.current.undo()
      else latest.current.redo()
    }
    element?.addEventListener('beforeinput', onBeforeInput)
    return () => element?.removeEventListener('beforeinput', onBeforeInput)
  }, [box])
  return (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.nativeEvent.isComposing) return false
    const key = event.key.toLowerCase()
    const isUndo = key === 'z' && !event.shiftKey
    const isRedo = (key === 'z' && event.shiftKey) || (key === 'y' && event.ctrlKey)
    if (!isUndo && !isRedo) return false
    event.preventDefault()
    if (isUndo) latest.current.undo()
    else latest.current.redo()
    return true
  }
}
