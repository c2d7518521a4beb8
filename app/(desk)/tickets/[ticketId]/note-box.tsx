'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '../../../_components/button'
import { Kbd } from '../../../_components/kbd'
import { Notice } from '../../../_components/notice'
import { useSendKey } from '../../../_components/use-send-key'
import { addNoteAction } from './actions'
import { MentionList } from './mention-list'
import type { useNote } from './use-note'
import { useSendHotkey } from './use-send-hotkey'
import { useTicketAttempt } from './use-ticket-attempt'

type NoteBoxProps = { ticketId: string; note: ReturnType<typeof useNote>; modes: ReactNode; isActive: boolean; onDone: () => void }

/** Words for colleagues. The tint says from afar that the customer will not read them. */
export function NoteBox({ ticketId, note, modes, isActive, onDone }: NoteBoxProps) {
  const t = useTranslations('ticket')
  const sendKey = useSendKey()
  const { text, mentionIds, write, mention, keyOfAttempt, done } = note
  const [isEmpty, setEmpty] = useState(false)
  const box = useRef<HTMLTextAreaElement>(null)
  const { run, isPending, words } = useTicketAttempt()

  useEffect(() => {
    if (isActive) box.current?.focus()
  }, [isActive])
  // A hidden box keeps the focus until the browser next draws: a key that came before that would be one more letter in it.
  const leave = () => {
    box.current?.blur()
    onDone()
  }
  const add = () => {
    if (isPending) return
    setEmpty(text.trim() === '')
    if (text.trim() === '') return
    const clientKey = keyOfAttempt()
    run(
      () => addNoteAction({ ticketId, text, clientKey, mentionIds }),
      () => {
        done(clientKey)
        leave()
      },
    )
  }
  useSendHotkey(isActive, add)

  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-center gap-2 text-[12.5px] text-ink-3 leading-5">
        <span className="grow">{t('noteHint')}</span>
        {modes}
      </div>
      <textarea
        ref={box}
        value={text}
        maxLength={20_000}
        aria-label={t('composer.noteLabel')}
        placeholder={t('composer.notePlaceholder')}
        onChange={(event) => write(event.target.value)}
        // With an input method open, Escape is its own: it gives up the letters that are being composed.
        onKeyDown={(event) => event.key === 'Escape' && !event.nativeEvent.isComposing && leave()}
        className="message-text field-sizing-content max-h-[38dvh] min-h-[84px] w-full resize-none rounded-md border border-line-strong bg-amber-bg px-3.5 py-3 focus-visible:border-accent focus-visible:outline-none"
      />
      <MentionList box={box} onMention={mention} />
      {(words || isEmpty) && <Notice kind="error">{words ?? t('composer.empty')}</Notice>}
      <div className="flex justify-end">
        <Button variant="go" aria-disabled={isPending} onClick={add}>
          {t('composer.addNote')}
          <Kbd className="border-current bg-transparent text-current opacity-90 max-md:hidden">{sendKey}</Kbd>
        </Button>
      </div>
    </div>
  )
}
