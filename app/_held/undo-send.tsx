'use client'

import { useTranslations } from 'next-intl'
import { Button } from '../_components/button'
import { type Held, useHeld } from './held-provider'
import { useSecondsLeft } from './seconds-left'

/** In the thread, below a reply of one's own that has not left: the seconds, and the way back. */
export function UndoSend({ messageId }: { messageId: string }) {
  const { held } = useHeld()
  const reply = held.find((each) => each.messageId === messageId)
  return reply ? <Counting reply={reply} /> : null
}

function Counting({ reply }: { reply: Held }) {
  const t = useTranslations('composer.held')
  const { undo, isUndoing } = useHeld()
  const seconds = useSecondsLeft(reply.endsAt)
  return (
    <div className="mt-1 flex items-center gap-1 text-ink-3 text-xs">
      <span>{t('inThread', { seconds })}</span>
      <Button variant="quiet" size="small" className="-my-1.5 h-6 text-xs" aria-disabled={isUndoing} onClick={() => undo(reply.messageId)}>
        {t('undo')}
      </Button>
    </div>
  )
}
