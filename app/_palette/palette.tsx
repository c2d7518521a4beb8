'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { useLater } from '../_components/use-later'
import { SearchLine } from './search-line'

const loadSearch = () => import('./palette-search')

type PaletteProps = { isAdmin: boolean; isDemo: boolean; isOpen: boolean; onOpen: (isOpen: boolean) => void }

/** Ctrl or ⌘ with K, wherever one is: everything that can be jumped to or done. */
export function Palette({ isAdmin, isDemo, isOpen, onOpen }: PaletteProps) {
  const t = useTranslations('palette')
  const dialog = useRef<HTMLDialogElement>(null)
  const search = useLater(loadSearch, isOpen)
  const [begun, setBegun] = useState('')

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.isComposing)
        return
      // The browser's own meaning of it, its search line, is nobody's wish here.
      event.preventDefault()
      const open = document.querySelector('dialog[open]')
      if (open === dialog.current) dialog.current?.close()
      else if (!open) onOpen(true)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [onOpen])
  useEffect(() => {
    if (isOpen && !dialog.current?.open) dialog.current?.showModal()
    if (!isOpen) setBegun('')
  }, [isOpen])

  /** The focus goes back to where it was first; what is to be done may want it elsewhere. */
  const close = (then?: () => void) => {
    dialog.current?.close()
    onOpen(false)
    if (then) setTimeout(then)
  }
  return (
    <dialog
      ref={dialog}
      aria-label={t('label')}
      onClose={() => onOpen(false)}
      // A click beside it lands on the dialog's own backdrop.
      onPointerDown={(event) => event.target === dialog.current && close()}
      className="float-in mx-auto mt-[12vh] mb-auto w-[min(38rem,calc(100vw-2rem))] rounded-md border border-line-strong bg-pane p-0 text-ink shadow-float backdrop:bg-bg/70"
    >
      {isOpen && search && <search.PaletteSearch isAdmin={isAdmin} isDemo={isDemo} begun={begun} onClose={close} />}
      {/* Hands are quicker than a network: what they type already is not lost. */}
      {isOpen && !search && <SearchLine typed={begun} onType={setBegun} />}
    </dialog>
  )
}
