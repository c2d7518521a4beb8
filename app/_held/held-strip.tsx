'use client'

import { Clock, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '../_components/button'
import { Kbd } from '../_components/kbd'
import { useAltKeys } from '../_components/use-alt-keys'
import { useHotkeys } from '../_components/use-hotkeys'
import { type Held, useHeld } from './held-provider'
import { useSecondsLeft } from './seconds-left'

/** The reply sent last, while it can be taken back: the screen has moved on, the reply has not left. */
export function HeldStrip() {
  const t = useTranslations('composer.held')
  const { held, undo, problem, words, forget } = useHeld()
  const last = held.at(-1)
  const undoLast = (event?: KeyboardEvent) => {
    if (!last) return
    event?.preventDefault()
    undo()
  }
  useHotkeys({ z: undoLast })
  useAltKeys({ z: () => undoLast() })
  return (
    <div role="status" className="pointer-events-none fixed bottom-4 left-18 z-40 max-md:inset-x-2 max-md:bottom-16">
      {last && !problem && <Counting key={last.messageId} reply={last} />}
      {problem && (
        <p className="float-in pointer-events-auto flex w-fit items-center gap-2 rounded-md border border-line-strong bg-pane py-1 pr-1 pl-3 text-amber text-sm shadow-float">
          {problem === 'too_late' ? t('tooLate') : words}
          <Button variant="quiet" size="smallIcon" aria-label={t('close')} onClick={forget}>
            <X />
          </Button>
        </p>
      )}
    </div>
  )
}

function Counting({ reply }: { reply: Held }) {
  const t = useTranslations('composer.held')
  const { undo, isUndoing } = useHeld()
  const seconds = useSecondsLeft(reply.endsAt)
  const name = reply.customer ?? `#${reply.number}`
  return (
    <div className="float-in pointer-events-auto flex w-fit max-w-full items-center gap-2 rounded-md border border-line-strong bg-pane py-1 pr-1 pl-3 text-ink-2 text-sm shadow-float">
      <Clock className="size-4 shrink-0 text-ink-3" />
      <span className="sr-only">{t('announce', { name })}</span>
      <span aria-hidden="true" className="min-w-0 truncate">
        {t('leaving', { name, seconds })}
      </span>
      <Button size="small" aria-disabled={isUndoing} onClick={() => undo(reply.messageId)}>
        {t('undo')}
        <Kbd className="max-md:hidden">Z</Kbd>
      </Button>
    </div>
  )
}
