'use client'

import { useEffect, useRef, useSyncExternalStore } from 'react'

/**
 * Alt (⌥) with a letter, comma, full stop or slash, wherever the focus is; by the place of the key, since on a Mac the letter
 * itself would be another one. Not while a dialog is open.
 */
export function useAltKeys(handlers: Record<string, () => void>, isActive = true): void {
  const latest = useRef(handlers)
  useEffect(() => {
    latest.current = handlers
  })
  useEffect(() => {
    if (!isActive) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing) return
      if (event.getModifierState('AltGraph') || document.querySelector('dialog[open]')) return
      const handle = latest.current[keyOf(event.code)]
      if (!handle) return
      event.preventDefault()
      handle()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [isActive])
}

const SIGNS: Record<string, string> = { Comma: ',', Period: '.', Slash: '/' }

/** `KeyS` is `s`. */
function keyOf(code: string): string {
  return SIGNS[code] ?? code.replace('Key', '').toLowerCase()
}

const subscribe = () => () => undefined

/** How this person's keyboard names Alt with a key. */
export function useAltName(): (key: string) => string {
  const isMac = useSyncExternalStore(
    subscribe,
    () => /mac|iphone|ipad/i.test(navigator.userAgent),
    () => false,
  )
  return (key) => (isMac ? `⌥${key}` : `Alt ${key}`)
}
