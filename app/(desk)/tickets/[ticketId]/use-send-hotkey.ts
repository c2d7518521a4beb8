'use client'

import { useEffect, useRef } from 'react'

/** ⌘/Ctrl+Enter, wherever the focus is; while the box is the one in use. Shift and Alt with it are the caller's. */
export function useSendHotkey(isActive: boolean, send: (event: KeyboardEvent) => void): void {
  const latest = useRef(send)
  useEffect(() => {
    latest.current = send
  })
  useEffect(() => {
    if (!isActive) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing || document.querySelector('dialog[open]')) return
      event.preventDefault()
      latest.current(event)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [isActive])
}
