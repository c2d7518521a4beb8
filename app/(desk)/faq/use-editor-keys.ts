'use client'

import { useEffect, useRef } from 'react'

/** Ctrl or ⌘ with S saves and with Enter publishes, also while somebody types. The browser's own "save page" is nobody's wish here. */
export function useEditorKeys({ save, publish }: { save: () => void; publish: () => void }): void {
  const latest = useRef({ save, publish })
  useEffect(() => {
    latest.current = { save, publish }
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.isComposing) return
      const deed = event.key.toLowerCase() === 's' ? 'save' : event.key === 'Enter' ? 'publish' : null
      if (!deed || document.querySelector('dialog[open], [role="menu"]')) return
      event.preventDefault()
      if (!event.repeat) latest.current[deed]()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}
