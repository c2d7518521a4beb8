'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useLater } from '../_components/use-later'
import { SearchLine } from './search-line'

const loadSearch = () => import('./palette-search')

type PaletteProps = { isAdmin: boolean; isDemo: boolean; isOpen: boolean; onOpen: (isOpen: boolean) => void }

/** Ctrl or ⌘ with K, wherever one is: everything that can be jumped to or done. */
export function Palette({ isAdmin, isDemo, isOpen, onOpen }: PaletteProps) {
  const t = useTranslations('palette')
  const dialog = useRef<HTMLDialogElement>(null)
  const search = useLater(loadSearch, isOpen)
  const [typed, setTyped] = useState('')
  const [isHurried, setHurried] = useState(false)
  const [activeId, setActiveId] = useState<string>()
  const onListKey = useRef<(event: KeyboardEvent) => void>(null)

  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.isComposing)
        return
      // The browser's own meaning of it, its search line, is nobody's wish here.
      event.preventDefault()
      const open = document.querySelector('dialog[open]')
      if (open === dialog.current) dialog.current?.close()
      if (!open || open === dialog.current) onOpen(!open)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [onOpen])
  // Shown and in focus in one go: the next key belongs to the line already.
  useLayoutEffect(() => {
    if (isOpen && !dialog.current?.open) dialog.current?.showModal()
    if (isOpen) return
    setTyped('')
    setHurried(false)
    setActiveId(undefined)
  }, [isOpen])

  /** The focus goes back to where it was first; what is to be done may want it elsewhere. */
  const close = (then?: () => void) => {
    dialog.current?.close()
    onOpen(false)
    if (then) setTimeout(then)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // Keys with which an input method ends a word are not meant for us.
    if (event.nativeEvent.isComposing) return
    if (onListKey.current) onListKey.current(event)
    else if (event.key === 'Enter') setHurried(true)
  }
  return (
    <dialog
      ref={dialog}
      aria-label={t('label')}
      onCancel={() => onOpen(false)}
      // Told a moment later, when it may be open again.
      onClose={() => dialog.current?.open || onOpen(false)}
      // A click beside it lands on the dialog's own backdrop.
      onPointerDown={(event) => event.target === dialog.current && close()}
      className="float-in mx-auto mt-[12vh] mb-auto w-[min(38rem,calc(100vw-2rem))] rounded-md border border-line-strong bg-pane p-0 text-ink shadow-float backdrop:bg-bg/70"
    >
      {/* Hands are quicker than a network. One line from the first key on: another in its place would end what an input method composes. */}
      {isOpen && (
        <SearchLine
          typed={typed}
          onType={(words) => {
            setTyped(words)
            setHurried(false)
          }}
          onKeyDown={onKeyDown}
          list={search ? { id: 'palette-list', activeId } : undefined}
        />
      )}
      {isOpen && search && (
        <search.PaletteSearch
          isAdmin={isAdmin}
          isDemo={isDemo}
          typed={typed}
          isHurried={isHurried}
          onHurry={setHurried}
          onListKey={onListKey}
          onActive={setActiveId}
          onClose={close}
        />
      )}
    </dialog>
  )
}
