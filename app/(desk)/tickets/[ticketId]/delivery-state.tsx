'use client'

import { Check, Clock, RotateCw, TriangleAlert } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { Button } from '../../../_components/button'
import { EXACT_CLOCK } from '../../../_components/moments'
import { retryDeliveryAction } from './actions'
import type { MessageEntry } from './thread-entry'
import { useTicketAttempt } from './use-ticket-attempt'

type Delivery = NonNullable<MessageEntry['delivery']>

/** How the reply's way to the customer goes; what failed can be tried again here. */
export function DeliveryState({ messageId, delivery }: { messageId: string; delivery: Delivery }) {
  const t = useTranslations('ticket.delivery')
  const format = useFormatter()
  const reason = useDeliveryReason(delivery.errorCode)
  const { run, isPending, words } = useTicketAttempt()
  const retry = (
    <Button
      data-deliver-again
      variant="quiet"
      size="small"
      className="-my-1.5 h-6 text-xs"
      aria-disabled={isPending}
      onClick={() => run(() => retryDeliveryAction(messageId))}
    >
      <RotateCw className="size-3.5!" />
      {t('retry')}
    </Button>
  )
  const isRetrying = delivery.status === 'sending' && delivery.errorCode !== null
  return (
    <div role="status" className="mt-1 flex flex-wrap items-center justify-end gap-1 text-ink-3 text-xs [&>svg]:size-3.5">
      {delivery.status === 'sent' && (
        <>
          <Check className="text-green" />
          {t('sent')}
        </>
      )}
      {delivery.status === 'sending' && !isRetrying && (
        <>
          <Clock />
          {t('sending')}
        </>
      )}
      {isRetrying && (
        <>
          <Clock className="text-amber" />
          <span title={reason}>
            {t('retrying', {
              n: delivery.attempts,
              when: delivery.nextAttemptAt ? format.dateTime(delivery.nextAttemptAt, EXACT_CLOCK) : '…',
            })}
          </span>
          {retry}
        </>
      )}
      {delivery.status === 'failed' && (
        <>
          <TriangleAlert className="text-red" />
          <span className="text-red">{t('failed', { reason })}</span>
          {retry}
        </>
      )}
      {words && <span className="text-red">{words}</span>}
    </div>
  )
}

/** Why a reply did not arrive, in words. */
export function useDeliveryReason(errorCode: string | null): string {
  const t = useTranslations('ticket.delivery.reasons')
  const status = /^http_(\d+)$/.exec(errorCode ?? '')?.[1]
  if (status) return t('http', { status })
  const key = errorCode as 'network'
  return errorCode && t.has(key) ? t(key) : t('network')
}
