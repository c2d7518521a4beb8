'use client'

import { type RefObject, useLayoutEffect, useRef } from 'react'

/**
 * Browsers move the caret to the end of a text box whose text is replaced by a program. While a draft streams into a box
 * that has the focus, the caret stays where the agent put it. Returns what to call when the agent types: then the
 * browser knows best.
 */
export function useSteadyCaret(box: RefObject<HTMLTextAreaElement | null>, text: string): () => void {
  const typed = useRef(false)
  const caret = useRef<[number, number]>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs for exactly the renders that changed the text
  useLayoutEffect(() => {
    const element = box.current
    if (!element || document.activeElement !== element) return
    // Before its first note the box may have the focus already: the agent was quicker than the script.
    if (!typed.current && caret.current) element.setSelectionRange(...caret.current)
    typed.current = false
  }, [box, text])
  useLayoutEffect(() => {
    const note = () => {
      const element = box.current
      if (element && document.activeElement === element) caret.current = [element.selectionStart, element.selectionEnd]
    }
    document.addEventListener('selectionchange', note)
    return () => document.removeEventListener('selectionchange', note)
  }, [box])
  return () => {
    typed.current = true
  }
}
