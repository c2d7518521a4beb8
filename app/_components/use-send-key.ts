'use client'

import { useSyncExternalStore } from 'react'

const subscribe = () => () => undefined

/** The keys that send, as this person's keyboard names them. */
export function useSendKey(): string {
  return useSyncExternalStore(
    subscribe,
    () => (/mac|iphone|ipad/i.test(navigator.userAgent) ? '⌘↵' : 'Ctrl ↵'),
    () => 'Ctrl ↵',
  )
}
