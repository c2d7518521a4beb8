'use client'

import { useRouter, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { findUnfilled } from '@/lib/macros/find-unfilled'
import { newKey } from '../../../_doors/new-key'
import { useAttempt } from '../../../_doors/use-attempt'
import { queueSearch, readQueueQuery } from '../_queue/queue-query'
import { sendReplyAction } from './actions'
import { openSentences } from './place-sentences'
import { useReplyState } from './reply-context'

type AndThen = 'waiting' | 'resolved'

/** Sending: asks once more about sentences that no rule supports, sends once however often one clicks, goes on to the next. */
export function useSend({ ticketId, lastIncomingId }: { ticketId: string; lastIncomingId: string | null }) {
  const t = useTranslations('ticket.composer')
  const macros = useTranslations('macros')
  const router = useRouter()
  const query = readQueueQuery(useSearchParams())
  const { text, base, placed, takeDraft } = useReplyState()
  const { run, isPending, problem, words } = useAttempt()
  const [asking, setAsking] = useState<AndThen | null>(null)
  const [isEmpty, setEmpty] = useState(false)
  // One key for as long as the box is open: the second click finds the first one's message.
  const clientKey = useRef('')
  const open = openSentences(placed)

  const send = (andThen: AndThen, isSure = false) => {
    if (isPending) return
    setEmpty(text.trim() === '')
    if (text.trim() === '') return
    if (open.length > 0 && !isSure) return setAsking(andThen)
    setAsking(null)
    clientKey.current ||= newKey()
    run(
      () =>
        sendReplyAction({
          ticketId,
          text,
          suggestionId: base?.id,
          clientKey: clientKey.current,
          andThen,
          lastSeenMessageId: lastIncomingId,
          view: query.view,
        }),
      ({ nextId }) => {
        takeDraft()
        router.push(`/tickets${nextId ? `/${nextId}` : ''}${queueSearch(query)}`)
      },
    )
  }
  const isLate = problem?.reason === 'customer_wrote'
  const isUnfilled = problem?.reason === 'unfilled'
  return {
    send,
    open,
    asking,
    stopAsking: () => setAsking(null),
    isPending,
    words: isEmpty
      ? t('empty')
      : isLate
        ? t('seenConflict')
        : isUnfilled
          ? macros('unfilled', {
              marks: findUnfilled(text)
                .map((name) => `{{${name}}}`)
                .join(' '),
            })
          : words,
  }
}
