'use client'

import { ArrowDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import type { Language } from '@/prisma/generated/enums'
import { Button } from '../../../_components/button'
import { useHotkeys } from '../../../_components/use-hotkeys'
import { DayMark, useDayOf } from './day-mark'
import { EventLine } from './event-line'
import { shortSeconds } from './short-seconds'
import type { ThreadPage } from './thread-entry'
import { ThreadMessage } from './thread-message'
import { useThread } from './use-thread'
import { useThreadScroll } from './use-thread-scroll'

/** Earlier messages are on their way before one has scrolled to where they belong. */
const AHEAD = '800px 0px 0px 0px'

type ThreadProps = {
  ticketId: string
  customer: string
  channel: string
  language: Language
  latest: ThreadPage
  /** How the draft below came about; null while there is none. */
  drafted: { rules: number; ms: number } | null
}

/** The conversation, with what was done between its messages. It hangs on its end: the browser itself keeps that in view. */
export function Thread({ ticketId, customer, channel, language, latest, drafted }: ThreadProps) {
  const t = useTranslations('thread')
  const draft = useTranslations('ticket.draft')
  const dayOf = useDayOf()
  const { entries, earlierCursor, loading, loadEarlier } = useThread(ticketId, latest)
  const { pane, hasUnseen, toEnd, noteScroll } = useThreadScroll(entries)
  const top = useEarlier(pane, loading === 'no' ? earlierCursor : null, loadEarlier)
  useHotkeys({
    q: () => toggleFolds(pane.current),
    d: () => [...(pane.current?.querySelectorAll<HTMLElement>('[data-deliver-again]') ?? [])].at(-1)?.click(),
  })
  const first = entries.findIndex(({ kind }) => kind === 'message')

  return (
    <div className="relative flex min-h-0 grow flex-col">
      {/* Column-reverse: the scroll starts at the end. One child, so the order of reading is untouched. */}
      <section
        ref={pane}
        aria-label={t('label')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
        tabIndex={0}
        onScroll={noteScroll}
        className="pane-scroll flex grow flex-col-reverse [overflow-anchor:none] focus-visible:-outline-offset-2"
      >
        <div className="mx-auto mb-auto w-full max-w-[58rem] px-7 pt-4.5 pb-4 max-md:px-4">
          {earlierCursor && (
            <div ref={top} role="status" className="flex h-9 items-start justify-center gap-2 text-ink-3 text-xs">
              {loading === 'failed' && <span className="pt-1.5 text-amber">{t('earlierFailed')}</span>}
              <Button variant="quiet" size="small" aria-disabled={loading === 'yes'} onClick={loadEarlier}>
                {t(loading === 'yes' ? 'loading' : loading === 'failed' ? 'tryAgain' : 'earlier')}
              </Button>
            </div>
          )}
          <ol className="flex flex-col gap-3.5">
            {entries.map((entry, index) => {
              const previous = entries[index - 1]
              return (
                <li key={entry.id} data-entry={entry.id} className="flex min-w-0 flex-col gap-3.5">
                  {(!previous || dayOf(previous.at) !== dayOf(entry.at)) && <DayMark at={entry.at} />}
                  {entry.kind === 'event' ? (
                    <EventLine entry={entry} />
                  ) : (
                    <ThreadMessage
                      message={entry}
                      customer={customer}
                      channel={index === first && !earlierCursor && entry.direction === 'incoming' ? channel : null}
                      language={language}
                    />
                  )}
                </li>
              )
            })}
          </ol>
          {drafted && drafted.rules > 0 && (
            <p className="mt-3.5 flex items-center gap-3 text-ink-3 text-xs before:h-px before:grow before:bg-line after:h-px after:grow after:bg-line">
              {t('drafted', { n: drafted.rules })} · {draft('seconds', { seconds: shortSeconds(drafted.ms) })}
            </p>
          )}
        </div>
      </section>
      {hasUnseen && (
        <div role="status" className="absolute inset-x-0 bottom-3 flex justify-center">
          <Button size="small" className="float-in shadow-float" onClick={toEnd}>
            <ArrowDown />
            {t('unseen')}
          </Button>
        </div>
      )}
    </div>
  )
}

/** Loads what came before when its place comes near; a page that failed is asked for by hand. */
function useEarlier(pane: React.RefObject<HTMLElement | null>, cursor: string | null, load: () => Promise<void>) {
  const top = useRef<HTMLDivElement>(null)
  const latest = useRef(load)
  useEffect(() => {
    latest.current = load
  })
  useEffect(() => {
    if (!cursor || !top.current) return
    // Of several it is told at once on a busy machine, only the last is how it is now; nothing more comes while it stays so.
    const observer = new IntersectionObserver((seen) => seen.at(-1)?.isIntersecting && void latest.current(), {
      root: pane.current,
      rootMargin: AHEAD,
    })
    observer.observe(top.current)
    return () => observer.disconnect()
  }, [cursor, pane])
  return top
}

/** Opens everything that is folded; with nothing left to open, folds it all again. */
function toggleFolds(pane: HTMLElement | null): void {
  const folds = [...(pane?.querySelectorAll('details') ?? [])]
  const open = folds.some((fold) => !fold.open)
  for (const fold of folds) fold.open = open
}
