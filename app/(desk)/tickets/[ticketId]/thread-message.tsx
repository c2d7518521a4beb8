import { useFormatter, useTranslations } from 'next-intl'
import type { TicketMessage } from '@/lib/tickets/get-ticket'
import type { Language } from '@/prisma/generated/enums'
import { cn } from '../../../_components/cn'
import { UndoSend } from '../../../_held/undo-send'
import { DeliveryState } from './delivery-state'

type ThreadMessageProps = { message: TicketMessage; customer: string; channel: string; language: Language; isFirst: boolean }

/** The customer at the left, we at the right, notes across the whole width and tinted. */
export function ThreadMessage({ message, customer, channel, language, isFirst }: ThreadMessageProps) {
  const t = useTranslations('ticket')
  const format = useFormatter()
  const { direction, text, createdAt, author, suggestionId, delivery } = message
  const time = (
    <time dateTime={createdAt.toISOString()} title={format.dateTime(createdAt, { dateStyle: 'medium', timeStyle: 'short' })}>
      {format.dateTime(createdAt, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })}
    </time>
  )
  if (direction === 'note') {
    return (
      <article className="rounded-md bg-amber-bg px-3.5 py-2">
        <div className="text-[12.5px] text-amber leading-4.5">
          {t('note')} · {author?.name} · {time} · {t('noteHint')}
        </div>
        <div className="message-text">{text}</div>
      </article>
    )
  }
  const isOurs = direction === 'outgoing'
  return (
    <article className={cn('flex max-w-[72ch] flex-col', isOurs ? 'items-end self-end' : 'items-start')}>
      <div className="mb-0.5 flex items-center gap-1 text-[12.5px] text-ink-3 leading-4.5">
        {isOurs ? (author?.name ?? 'API') : <b className="font-medium text-ink">{customer}</b>}
        {!isOurs && isFirst && <span>· {channel}</span>}
        <span>·</span>
        {time}
        {isOurs && suggestionId && <span>· {t('fromDraft')}</span>}
      </div>
      <div lang={language} className={cn('message-text w-fit rounded-md px-3.5 py-2', isOurs ? 'bg-sunk' : 'border bg-pane')}>
        {text}
      </div>
      {isOurs && <UndoSend messageId={message.id} />}
      {delivery && (
        <DeliveryState
          messageId={message.id}
          delivery={{
            status: delivery.status,
            attempts: delivery.attempts,
            errorCode: delivery.errorCode,
            nextAttemptAt: delivery.nextAttemptAt,
          }}
        />
      )}
    </article>
  )
}
