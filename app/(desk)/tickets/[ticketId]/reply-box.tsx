'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useRef } from 'react'
import { Notice } from '../../../_components/notice'
import { useHotkeys } from '../../../_components/use-hotkeys'
import { WritersNote } from '../../../_presence/writers-note'
import { InstructionLine } from './_composer/instruction-line'
import { LitReason, useLitReason } from './_composer/lit-reason'
import { ModelActions } from './_composer/model-actions'
import { ModelNotice } from './_composer/model-notice'
import { SavedNote } from './_composer/saved-note'
import { StreamStatus } from './_composer/stream-status'
import { useModelActions } from './_composer/use-model-actions'
import { VersionStepper } from './_composer/version-stepper'
import type { ComposerProps } from './composer'
import { DraftOffer } from './draft-offer'
import { ReplyField } from './reply-field'
import { SendButtons } from './send-buttons'
import { SourceLine } from './source-line'
import { useSend } from './use-send'
import { useSendHotkey } from './use-send-hotkey'

/** The draft, ready to be sent or changed, and above it where it came from. */
export function ReplyBox({
  ticketId,
  status,
  language,
  customer,
  said,
  isAnswered,
  modes,
  isActive,
}: ComposerProps & { modes: ReactNode; isActive: boolean }) {
  const t = useTranslations('ticket')
  const box = useRef<HTMLTextAreaElement>(null)
  const sending = useSend({ ticketId, said })
  const actions = useModelActions(ticketId, isActive, box)
  const reason = useLitReason()

  useSendHotkey(isActive, ({ shiftKey, altKey }) => sending.send(shiftKey ? 'resolved' : altKey ? 'open' : 'waiting'))
  useHotkeys({
    r: (event) => {
      event.preventDefault()
      box.current?.focus()
    },
  })

  return (
    <div className="@container flex flex-col gap-2">
      <div
        id="draft-source"
        className="flex items-center justify-between gap-x-2 text-[12.5px] text-ink-3 leading-5 @max-[30rem]:flex-wrap"
      >
        <span className="flex min-w-28 flex-1 basis-28 items-center gap-2">
          {reason === null && <SourceLine status={status} isAnswered={isAnswered} />}
          <LitReason reason={reason} />
        </span>
        <span className="ml-auto flex max-w-full items-center gap-2">
          <SavedNote />
          <VersionStepper isActive={isActive} />
          {modes}
        </span>
      </div>
      <DraftOffer />
      <WritersNote />
      <ReplyField
        ref={box}
        language={language}
        label={t('composer.label', { name: customer ?? t('assistant.anonymous') })}
        describedById="draft-source"
        isActive={isActive}
      />
      <StreamStatus />
      {actions.isInstructing && (
        <InstructionLine
          isWriting={actions.running !== null && actions.running !== 'draft'}
          onAsk={(wish) => void actions.instruct(wish)}
          onClose={actions.closeInstruction}
        />
      )}
      <ModelNotice actions={actions} />
      {sending.words && <Notice kind="error">{sending.words}</Notice>}
      <div className="flex items-center gap-1.5 @max-[30rem]:flex-wrap">
        <ModelActions actions={actions} language={language} />
        <span className="grow" />
        <SendButtons sending={sending} />
      </div>
    </div>
  )
}
