'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Button } from './button'
import { cn } from './cn'

type DialogProps = { title: string; isOpen: boolean; isWide?: boolean; onClose: () => void; children: ReactNode }

/** The browser's own modal dialog: it traps the focus, closes on Escape and needs no style of its own injected. */
export function Dialog({ title, isOpen, isWide = false, onClose, children }: DialogProps) {
  const t = useTranslations('common')
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const dialog = ref.current
    if (isOpen && !dialog?.open) dialog?.showModal()
    if (!isOpen && dialog?.open) dialog.close()
  }, [isOpen])
  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onClose={onClose}
      className={cn(
        'float-in m-auto w-[min(32rem,calc(100vw-2rem))] rounded-md border border-line-strong bg-pane text-ink shadow-float backdrop:bg-bg/70',
        isWide && 'w-[min(60rem,calc(100vw-2rem))]',
      )}
    >
      <header className="flex h-11 items-center border-b pr-2 pl-4">
        <h2 id={titleId} className="grow font-semibold text-base">
          {title}
        </h2>
        <Button variant="quiet" size="smallIcon" aria-label={t('close')} onClick={onClose}>
          <X />
        </Button>
      </header>
      <div className="max-h-[80vh] overflow-y-auto p-4">{children}</div>
    </dialog>
  )
}
