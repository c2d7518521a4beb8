'use client'

import { useRouter, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { findUnfilled } from '@/lib/macros/find-unfilled'
import { newKey } from '../../../_doors/new-key'
import { useAttempt } from '../../../_doors/use-attempt'
import { useHeld } from '../../../_held/held-provider'
import { useCompanions } from '../../../_presence/ticket-presence'
import { queueSearch, readQueueQuery } from '../_queue/queue-query'
import { sendReplyAction } from './actions'
import { openSentences } from './place-sentences'
import { useReplyState } from './reply-context'

export type AndThen = 'waiting' | 'resolved' | 'open'

/** Conflicts that only reading the thread again can solve. */
const MEANWHILE = new Set(['customer_wrote', 'replied', 'key_spent'])

/**
 * Sending: asks once more about sentences that no rule supports, sends once however often one clicks, goes on to the next.
 * Without a connection nothing is sent later by itself: the text stays, and the agent sends it when it is back.
 */
export function useSend({ ticketId, lastMessageId }: { ticketId: string; lastMessageId: string | null }) {
  const t = useTranslations('composer.send')
  const router = useRouter()
  const query = readQueueQuery(useSearchParams())
  const { text, base, placed, isWriting, autosave } = useReplyState()
  const { hold } = useHeld()
  const { run, isPending, problem, words, forget } = useAttempt()
  const [asking, setAsking] = useState<AndThen | null>(null)
  const [refusal, setRefusal] = useState<'empty' | 'offline' | null>(null)
  // One key for as long as the box is open: the second click finds the first one's message, also after a lost answer.
  const clientKey = useRef('')
  const open = openSentences(placed)
  const { writing } = useCompanions()

  const send = (andThen: AndThen, isSure = false) => {
    if (isPending || isWriting) return
    forget()
    const why = text.trim() === '' ? 'empty' : navigator.onLine ? null : 'offline'
    setRefusal(why)
    if (why) return
    if ((open.length > 0 || writing.length > 0) && !isSure) return setAsking(andThen)
    setAsking(null)
    clientKey.current ||= newKey()
    run(
      async () => {
        await autosave.pause()
        try {
          const sent = await sendReplyAction({
            ticketId,
            text,
            suggestionId: base?.id || null,
            rewriteId: base?.rewrite?.id,
            clientKey: clientKey.current,
            andThen,
            lastSeenMessageId: lastMessageId,
            list: queueSearch(query),
          })
          if (!sent.ok) {
            autosave.goOn()
            if (sent.problem.reason === 'key_spent') clientKey.current = ''
            // What happened meanwhile is worth seeing now, whether its event has come or not.
            if (MEANWHILE.has(sent.problem.reason ?? '')) router.refresh()
          }
          return sent
        } catch (error) {
          autosave.goOn()
          throw error
        }
      },
      ({ nextId, held }) => {
        autosave.done()
        if (held) hold(held)
        router.push(`/tickets${nextId ? `/${nextId}` : ''}${queueSearch(query)}`)
      },
    )
  }
  const reason = problem?.reason
  const isMeanwhile = reason !== undefined && MEANWHILE.has(reason)
  const unfilled = findUnfilled(text).map((name) => `{{${name}}}`)
  const why = reason === 'unfilled' ? t('unfilled', { marks: unfilled.join(' ') }) : words
  return {
    send,
    open,
    writing,
    asking,
    stopAsking: () => setAsking(null),
    isPending,
    words: refusal
      ? t(refusal)
      : problem?.code === 'offline'
        ? t('unsure')
        : isMeanwhile
          ? t(reason as 'replied' | 'customer_wrote' | 'key_spent')
          : why,
  }
}
