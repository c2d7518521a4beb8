'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { Language } from '@/prisma/generated/enums'
import { cn } from '../../../_components/cn'
import { CLOCK, MOMENT } from '../../../_components/moments'
import { UndoSend } from '../../../_held/undo-send'
import { AttachmentList } from './attachment-list'
import { DeliveryState } from './delivery-state'
import { MessageBody } from './message-body'
import type { MessageEntry } from './thread-entry'

type ThreadMessageProps = { message: MessageEntry; customer: string; channel: string | null; language: Language }

/** The customer at the left, we at the right, notes across the whole width and tinted. */
export function ThreadMessage({ message, customer, channel, language }: ThreadMessageProps) {
  const t = useTranslations('ticket')
  const thread = useTranslations('thread')
  const format = useFormatter()
  const { direction, parts, author, isFromDraft, originNumber, originWho, delivery, attachments } = message
  const writer = originNumber === null ? customer : (originWho ?? t('assistant.anonymous'))
  const at = new Date(message.at)
  const origin = originNumber !== null && <span>· {thread('from', { number: originNumber })}</span>
  const time = (
    <time dateTime={at.toISOString()} title={format.dateTime(at, MOMENT)}>
      {format.dateTime(at, CLOCK)}
    </time>
  )
  if (direction === 'note') {
    return (
      <article className="rounded-md bg-amber-bg px-3.5 py-2">
        <div className="flex flex-wrap gap-x-1 text-[12.5px] text-amber leading-4.5">
          {t('note')} · {author} · {time} · {t('noteHint')} {origin}
        </div>
        <div className="message-text">
          <MessageBody parts={parts} />
        </div>
      </article>
    )
  }
  const isOurs = direction === 'outgoing'
  const hasWords = parts.some(({ text }) => text !== '')
  return (
    <article
      data-incoming={isOurs ? undefined : ''}
      className={cn('flex max-w-[min(72ch,94%)] flex-col', isOurs ? 'items-end self-end' : 'items-start')}
    >
      {/* One text: a name that fills the line has the rest after it and not below. */}
      <div className="mb-0.5 wrap-anywhere text-[12.5px] text-ink-3 leading-4.5">
        {isOurs ? (author ?? 'API') : <bdi className="font-medium text-ink">{writer}</bdi>}
        {channel && ` · ${channel}`} · {time}
        {isOurs && isFromDraft && ` · ${t('fromDraft')}`} {origin}
      </div>
      {hasWords && (
        <div lang={language} className={cn('message-text w-fit max-w-full rounded-md px-3.5 py-2', isOurs ? 'bg-sunk' : 'border bg-pane')}>
          <MessageBody parts={parts} />
        </div>
      )}
      {isOurs && <UndoSend messageId={message.id} />}
      {attachments.length > 0 && <AttachmentList attachments={attachments} />}
      {delivery && <DeliveryState messageId={message.id} delivery={delivery} />}
    </article>
  )
}
