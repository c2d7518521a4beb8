'use client'

import { RotateCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useRef } from 'react'
import { Button } from '../../../_components/button'
import { Notice } from '../../../_components/notice'
import { useHotkeys } from '../../../_components/use-hotkeys'
import { useAttempt } from '../../../_doors/use-attempt'
import { draftAgainAction } from './actions'
import type { ComposerProps } from './composer'
import { isBeingMade } from './draft'
import { DraftOffer } from './draft-offer'
import { useReplyState } from './reply-context'
import { ReplyField } from './reply-field'
import { SendButtons } from './send-buttons'
import { SourceLine } from './source-line'
import { useSend } from './use-send'
import { useSendHotkey } from './use-send-hotkey'

const HAS_CITATION = /\[\d{1,2}\]/

/** The draft, ready to be sent or changed, and above it where it came from. */
export function ReplyBox({
  ticketId,
  status,
  language,
  customer,
  lastIncomingId,
  isAnswered,
  modes,
  isActive,
}: ComposerProps & { modes: ReactNode; isActive: boolean }) {
  const t = useTranslations('ticket')
  const { draft, text } = useReplyState()
  const sending = useSend({ ticketId, lastIncomingId })
  const again = useAttempt()
  const box = useRef<HTMLTextAreaElement>(null)
  const isDrafting = again.isPending || isBeingMade(draft)
  const words = sending.words ?? again.words

  useSendHotkey(isActive, () => sending.send('waiting'))
  useHotkeys({
    r: (event) => {
      event.preventDefault()
      box.current?.focus()
    },
  })

  return (
    <div className="flex flex-col gap-2">
      <div id="draft-source" className="flex items-center gap-2 text-[12.5px] text-ink-3 leading-5">
        <SourceLine status={status} isAnswered={isAnswered} />
        <span className="grow" />
        {modes}
      </div>
      <DraftOffer />
      <ReplyField
        ref={box}
        language={language}
        label={t('composer.label', { name: customer ?? t('assistant.anonymous') })}
        describedById="draft-source"
      />
      {words && <Notice kind="error">{words}</Notice>}
      <div className="flex flex-wrap items-center gap-1.5">
        <Button
          variant="quiet"
          className="-ml-2 px-2"
          aria-disabled={isDrafting}
          onClick={() => !isDrafting && again.run(() => draftAgainAction(ticketId))}
        >
          <RotateCw className="size-3.5!" />
          {t(isDrafting ? 'composer.regenerating' : 'composer.regenerate')}
        </Button>
        <span className="grow text-ink-3 text-xs max-xl:hidden">{HAS_CITATION.test(text) && t('composer.marks')}</span>
        <span className="grow xl:hidden" />
        <SendButtons sending={sending} />
      </div>
    </div>
  )
}
