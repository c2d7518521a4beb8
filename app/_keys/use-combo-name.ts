'use client'

import { useSyncExternalStore } from 'react'

const subscribe = () => () => undefined

const SIGNS: Record<string, string> = {
  Enter: '↵',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  ' ': 'Space',
}

function useIsMac(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => /mac|iphone|ipad/i.test(navigator.userAgent),
    () => false,
  )
}

/** How this person's keyboard names a combination of `keys.ts`: `Mod+Enter` → `Ctrl ↵` or `⌘↵`. */
export function useComboName(): (combo: string) => string {
  const isMac = useIsMac()
  return (combo) =>
    combo
      .split(/(?<=.)\+/)
      .map((part) => {
        if (part === 'Mod') return isMac ? '⌘' : 'Ctrl'
        if (part === 'Shift') return isMac ? '⇧' : 'Shift'
        if (part === 'Alt') return isMac ? '⌥' : 'Alt'
        return SIGNS[part] ?? (part.length === 1 ? part.toUpperCase() : part)
      })
      .join(isMac ? '' : ' ')
}
