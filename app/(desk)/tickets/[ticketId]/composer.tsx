'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Language, TicketStatus } from '@/prisma/generated/enums'
import { useHotkeys } from '../../../_components/use-hotkeys'
import { NoteBox } from './note-box'
import { ReplyBox } from './reply-box'
import type { Said } from './use-meanwhile'
import { useNote } from './use-note'

export type ComposerProps = {
  ticketId: string
  agentId: string
  status: TicketStatus
  language: Language
  customer: string | null
  /** The newest messages on this page, notes apart, oldest first; a newer one holds a reply back. */
  said: Said[]
  isAnswered: boolean
}

const MODES = ['reply', 'note'] as const

/** Where one answers, or leaves a note. Both boxes stay: changing over loses nothing. A note that was begun is not forgotten behind the reply. */
export function Composer(props: ComposerProps) {
  const t = useTranslations('ticket.composer')
  const [mode, setMode] = useState<(typeof MODES)[number]>('reply')
  const note = useNote(props.agentId, props.ticketId)
  useHotkeys({
    n: (event) => {
      // The box has the focus before the letter is put in.
      event.preventDefault()
      setMode('note')
    },
  })
  const modes = (
    <fieldset className="flex shrink-0 gap-0.5">
      <legend className="sr-only">{t('mode')}</legend>
      {MODES.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={mode === each}
          onClick={() => setMode(each)}
          className="rounded-sm px-1.5 text-ink-3 leading-5 transition-colors hover:text-ink aria-pressed:bg-sunk aria-pressed:font-medium aria-pressed:text-ink"
        >
          {t(each)}
          {each === 'note' && mode !== 'note' && note.text.trim() !== '' && (
            <>
              {' '}
              <span className="rounded-sm bg-amber-bg px-1 text-amber text-xs">{t('noteBegun')}</span>
            </>
          )}
        </button>
      ))}
    </fieldset>
  )
  return (
    <div className="held-above shrink-0 border-t bg-pane px-7 pt-3 pb-3.5 max-md:px-4">
      <div hidden={mode !== 'reply'} className="mx-auto max-w-[54.5rem]">
        <ReplyBox {...props} modes={modes} isActive={mode === 'reply'} />
      </div>
      <div hidden={mode !== 'note'} className="mx-auto max-w-[54.5rem]">
        <NoteBox ticketId={props.ticketId} note={note} modes={modes} isActive={mode === 'note'} onDone={() => setMode('reply')} />
      </div>
    </div>
  )
}
