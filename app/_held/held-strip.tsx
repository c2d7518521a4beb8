'use client'

import { X } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '../_components/button'
import { Kbd } from '../_components/kbd'
import { useAltKeys } from '../_components/use-alt-keys'
import { useHotkeys } from '../_components/use-hotkeys'
import { type Held, useHeld } from './held-provider'
import { useSecondsLeft } from './seconds-left'

/**
 * The reply sent last, while it can be taken back: the screen has moved on, the reply has not left; and what failed on a screen that has been
 * left meanwhile. It lies on the foot of the queue; on a phone above the navigation, and on a ticket above the reply box: what leads on and what sends the next one stay free.
 */
export function HeldStrip() {
  const t = useTranslations('composer.held')
  const { held, told, hear, undo, problem, words, forget } = useHeld()
  const last = held.at(-1)
  const undoLast = (event?: KeyboardEvent) => {
    if (!last) return
    event?.preventDefault()
    undo()
  }
  useHotkeys({ z: undoLast })
  useAltKeys({ z: () => undoLast() })
  return (
    <div
      role="status"
      className="held-place pointer-events-none fixed left-16 md:bottom-2 z-40 flex w-76 flex-col gap-1 max-md:inset-x-1.5 max-md:w-auto"
    >
      {told.slice(-MOST_TOLD).map((what, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same can be told twice
        <Line key={index} onClose={() => hear(what)}>
          <Link
            href={what.href}
            className="inline-block max-w-full truncate align-bottom font-medium underline underline-offset-2"
            onClick={() => hear(what)}
          >
            {what.name}
          </Link>{' '}
          {what.words}
        </Line>
      ))}
      {last && !problem && <Counting key={last.messageId} reply={last} />}
      {problem && <Line onClose={forget}>{problem === 'too_late' ? t('tooLate') : words}</Line>}
    </div>
  )
}

/** More would cover the queue. */
const MOST_TOLD = 3

function Line({ children, onClose }: { children: ReactNode; onClose: () => void }) {
  const t = useTranslations('composer.held')
  return (
    <p className="float-in pointer-events-auto flex items-center gap-2 rounded-md border border-line-strong bg-pane py-1 pr-1 pl-3 text-amber text-sm shadow-float">
      <span className="min-w-0 grow">{children}</span>
      <Button variant="quiet" size="smallIcon" aria-label={t('close')} onClick={onClose}>
        <X />
      </Button>
    </p>
  )
}

function Counting({ reply }: { reply: Held }) {
  const t = useTranslations('composer.held')
  const { undo, isUndoing } = useHeld()
  const seconds = useSecondsLeft(reply.endsAt)
  const name = reply.customer ?? `#${reply.number}`
  return (
    <div className="float-in pointer-events-auto flex items-center gap-2 rounded-md border border-line-strong bg-pane py-1 pr-1 pl-3 text-ink-2 text-sm shadow-float">
      <span className="sr-only">{t('announce', { name })}</span>
      <span aria-hidden="true" className="flex min-w-0 grow">
        {t.rich('leaving', {
          name,
          seconds,
          // A long name gives way, the seconds do not.
          who: (words) => <span className="min-w-0 truncate">{words}</span>,
          when: (words) => <span className="shrink-0 whitespace-pre">{words}</span>,
        })}
      </span>
      <Button size="small" aria-disabled={isUndoing} onClick={() => undo(reply.messageId)}>
        {t('undo')}
        <Kbd className="max-md:hidden">Z</Kbd>
      </Button>
    </div>
  )
}
