'use client'

import { useRouter, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { findUnfilled } from '@/lib/macros/find-unfilled'
import type { Attempt, Problem } from '../../../_doors/attempt'
import { newKey } from '../../../_doors/new-key'
import { useHeld } from '../../../_held/held-provider'
import { useCompanions } from '../../../_presence/ticket-presence'
import { queueSearch, readQueueQuery } from '../_queue/queue-query'
import { sendReplyAction } from './actions'
import { isAt } from './is-at'
import { openSentences } from './place-sentences'
import { useReplyState } from './reply-context'
import { type Said, useMeanwhile } from './use-meanwhile'
import { useTicketAttempt } from './use-ticket-attempt'

export type AndThen = 'waiting' | 'resolved' | 'open'

/** Conflicts that only reading the thread again can solve. */
const MEANWHILE = new Set<string | undefined>(['customer_wrote', 'replied', 'key_spent'])
/** The agent's own words of an earlier visit came into the box while it was about to be sent. */
const FOUND = { ok: false, problem: { code: 'conflict', reason: 'found' } } satisfies Attempt<never>

/**
 * Sending: asks once more about sentences that no rule supports, about a colleague who writes, and about what was said since the text was begun;
 * sends once however often one clicks, goes on to the next.
 * Without a connection nothing is sent later by itself: the text stays, and the agent sends it when it is back.
 */
export function useSend({ ticketId, said }: { ticketId: string; said: Said[] }) {
  const t = useTranslations('composer.send')
  const router = useRouter()
  const query = readQueueQuery(useSearchParams())
  const { text, base, placed, isUnfinished, autosave, forgetKept } = useReplyState()
  const { hold } = useHeld()
  const say = ({ code, reason }: Problem): string | undefined => {
    if (code === 'offline') return t(isAt(ticketId) ? 'unsure' : 'unsureLeft')
    if (MEANWHILE.has(reason) || reason === FOUND.problem.reason) return t(reason as 'replied' | 'customer_wrote' | 'key_spent' | 'found')
    if (reason !== 'unfilled') return undefined
    const marks = findUnfilled(text).map((name) => `{{${name}}}`)
    return t('unfilled', { marks: marks.join(' ') })
  }
  const { run, isPending, words, forget } = useTicketAttempt(say)
  const [asking, setAsking] = useState<AndThen | null>(null)
  const [refusal, setRefusal] = useState<'unfinished' | 'empty' | 'offline' | null>(null)
  // One key for as long as the box is open: the second click finds the first one's message, also after a lost answer.
  const clientKey = useRef('')
  const open = openSentences(placed)
  const { writing } = useCompanions()
  const { newer, noteTold } = useMeanwhile(said)

  const stopAsking = () => {
    noteTold()
    setAsking(null)
  }
  const send = (andThen: AndThen, isSure = false) => {
    if (isPending) return
    forget()
    const why = isUnfinished ? 'unfinished' : text.trim() === '' ? 'empty' : navigator.onLine ? null : 'offline'
    setRefusal(why)
    if (why) return
    if (open.length + writing.length + newer.length > 0 && !isSure) return setAsking(andThen)
    stopAsking()
    clientKey.current ||= newKey()
    run(
      async () => {
        if (await autosave.pause()) return FOUND
        try {
          const sent = await sendReplyAction({
            ticketId,
            text,
            suggestionId: base?.id || null,
            rewriteId: base?.rewrite?.id,
            clientKey: clientKey.current,
            andThen,
            lastSeenMessageId: said.at(-1)?.id ?? null,
            list: queueSearch(query),
          })
          if (!sent.ok) {
            autosave.goOn()
            if (sent.problem.reason === 'key_spent') clientKey.current = ''
            // What happened meanwhile is worth seeing now, whether its event has come or not.
            if (MEANWHILE.has(sent.problem.reason)) router.refresh()
          }
          return sent
        } catch (error) {
          autosave.goOn()
          throw error
        }
      },
      ({ nextId, held }) => {
        forgetKept()
        if (held) hold(held)
        if (isAt(ticketId)) router.push(`/tickets${nextId ? `/${nextId}` : ''}${queueSearch(query)}`)
      },
    )
  }
  const refusalWords = (why: NonNullable<typeof refusal>) => (why === 'unfinished' && !isUnfinished ? null : t(why))
  return {
    send,
    open,
    writing,
    newer,
    asking,
    stopAsking,
    isPending,
    words: refusal ? refusalWords(refusal) : words,
  }
}
