'use client'

import { useEffect, useRef } from 'react'

type Handlers = Record<string, (event: KeyboardEvent) => void>

/** A box to tick takes no letters. */
const TICKED = '[type=checkbox], [type=radio]'

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement && target.matches(TICKED)) return false
  return target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))
}

/** Whether a key is meant for something that lies over the screen: a dialog, a menu, or the popover that has the focus. */
function isElsewhere(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open], [role="menu"]')) return true
  return target instanceof Element && target.closest('[role="dialog"]') !== null
}

/** What an input method puts in the place of a key's own sign, where its wide form does not say it. */
const CHINESE_SIGNS: Record<string, string> = { '。': '.', '、': '/' }

/** As `keys.ts` names it: letters small, and wide signs of a Chinese keyboard (？) as the keys they are on. */
function keyOf({ key }: KeyboardEvent): string {
  if (key.length > 1) return key
  return CHINESE_SIGNS[key] ?? key.normalize('NFKC').toLowerCase()
}

/**
 * Single keys, by `event.key`, while nobody is typing and no menu, dialog or popover has the focus. A handler that acts calls
 * `preventDefault` itself.
 */
export function useHotkeys(handlers: Handlers): void {
  const latest = useRef(handlers)
  useEffect(() => {
    latest.current = handlers
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      if (isTyping(event.target) || isElsewhere(event.target)) return
      latest.current[keyOf(event)]?.(event)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}
