'use client'

import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import type { ThreadSummary as Kept } from '@/lib/suggestions/summarise-thread'
import { MOMENT } from '../../../_components/moments'
import { Section } from '../../../_components/pane'
import { useHotkeys } from '../../../_components/use-hotkeys'
import { useAssistant } from './assistant-context'
import { useSummary } from './use-summary'

export type ThreadState = {
  /** Of the customer and of us. */
  messages: number
  lastMessageId: string | null
  /** How many of them the kept summary does not know; null where it knows none. */
  newer: number | null
  kept: Kept | null
  asks: { first: string; latest: string } | null
  /** Whether the model in use can summarise; null when none is known. */
  canSummarise: boolean | null
}

/** From here on nobody reads from the beginning: the summary is made without being asked for. */
const LONG_THREAD = 6

/** What a long thread comes to: as the model puts it, else in the customer's own words. */
export function ThreadSummary({ thread }: { thread: ThreadState }) {
  const t = useTranslations('assistant.summary')
  const format = useFormatter()
  const locale = useLocale()
  const { ticketId } = useAssistant()
  const { state, run, stop } = useSummary(ticketId)
  const { kept, newer, asks, canSummarise, messages } = thread
  const isFresh = kept !== null && newer === 0 && kept.language === locale
  const wanted = messages >= LONG_THREAD && canSummarise === true && !isFresh
  const asked = useRef<string>(undefined)
  useEffect(() => {
    // Once for each new message, also where what came of it was not usable.
    if (!wanted || asked.current === (thread.lastMessageId ?? '')) return
    asked.current = thread.lastMessageId ?? ''
    void run(false)
  })
  const made = state?.result?.summary ?? (state?.isRunning ? null : kept)
  const cause = state?.result?.cause
  const isStreaming = state?.isRunning === true && state.text !== ''
  const canRun = canSummarise !== false && cause !== 'demo'
  useHotkeys({ u: () => (state?.isRunning ? stop() : asks && canRun && run(made !== null)) })
  if (!asks) return null
  return (
    <Section
      title={t('title')}
      aside={
        state?.isRunning ? (
          <span className="flex items-baseline gap-1.5">
            <span role="status">{t('making')}</span>
            <button type="button" className="rounded-sm text-accent hover:underline" onClick={stop}>
              {t('stop')}
            </button>
          </span>
        ) : (
          canRun && (
            <button type="button" className="rounded-sm text-accent hover:underline" onClick={() => run(made !== null)}>
              {t(made ? 'again' : 'make')}
            </button>
          )
        )
      }
    >
      {isStreaming || made ? (
        <>
          <p
            lang={made?.language ?? locale}
            aria-live="polite"
            aria-busy={isStreaming}
            className="whitespace-pre-wrap text-[13.5px] leading-5.5"
          >
            {isStreaming ? state.text : made?.text}
          </p>
          {made && !isStreaming && (
            <p className="mt-1 text-ink-3 text-xs">
              {t('byModel', {
                model: made.model,
                when: format.dateTime(new Date(made.createdAt), MOMENT),
              })}
              {made === kept && newer !== null && newer > 0 && ` ${t('stale', { n: newer })}`}
            </p>
          )}
        </>
      ) : (
        <>
          <dl className="flex flex-col gap-1.5 text-[13.5px] leading-5.5">
            {(['first', 'latest'] as const).map((which) => (
              <div key={which}>
                <dt className="text-ink-3 text-xs">{t(which === 'first' ? 'firstAsk' : 'latestAsk')}</dt>
                <dd className="line-clamp-4 whitespace-pre-line text-ink-2 wrap-anywhere">{asks[which]}</dd>
              </div>
            ))}
          </dl>
          <p className="mt-1 text-ink-3 text-xs">
            {t('extract')} {state?.problem ? t('failed') : cause ? t(cause) : canSummarise === false ? t('demo') : ''}
          </p>
        </>
      )}
    </Section>
  )
}
