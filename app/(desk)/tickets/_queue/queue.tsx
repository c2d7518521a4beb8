'use client'

import { useParams, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../_components/button'
import { Kbd } from '../../../_components/kbd'
import { PaneHeader } from '../../../_components/pane'
import { useHotkeys } from '../../../_components/use-hotkeys'
import { QueueEmpty } from './queue-empty'
import type { QueuePage } from './queue-item'
import { type QueueQuery, queueSearch, readQueueQuery } from './queue-query'
import { QueueRow } from './queue-row'
import { SearchBox } from './search-box'
import { useQueue } from './use-queue'
import { useSteadyScroll } from './use-steady-scroll'
import { useVisible } from './use-visible'
import { ViewSwitch } from './view-switch'

type QueueProps = { firstQuery: QueueQuery; first: QueuePage; isAdmin: boolean }

/** The tickets of one view. Lives in the layout, so opening a ticket leaves list, scroll and focus alone. */
export function Queue({ firstQuery, first, isAdmin }: QueueProps) {
  const t = useTranslations('queue')
  const common = useTranslations('common')
  const query = readQueueQuery(useSearchParams())
  const params = useParams<{ ticketId?: string }>()
  const { items, nextCursor, counts, isStale, hasFailed, readMore, retry } = useQueue(query, { query: firstQuery, page: first })
  const [pending, setPending] = useState<{ from?: string; to: string }>()
  // The row lights up with the click, not with the answer.
  const openId = pending && pending.from === params.ticketId ? pending.to : params.ticketId
  const list = useSteadyScroll(items)
  const search = useRef<HTMLInputElement>(null)
  // Also after a reload, and when sending has opened the next one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another ticket is open
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [openId, list])
  const more = useVisible<HTMLDivElement>(readMore)

  const change = (next: QueueQuery) => window.history.replaceState(null, '', `${window.location.pathname}${queueSearch(next)}`)
  const step = (by: number) => (event: KeyboardEvent) => {
    event.preventDefault()
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.ticket : undefined
    const index = items.findIndex(({ id }) => id === (focused ?? openId))
    const next = items[index === -1 ? 0 : Math.min(Math.max(index + by, 0), items.length - 1)]
    list.current?.querySelector<HTMLElement>(`[data-ticket="${next?.id}"]`)?.focus()
  }
  useHotkeys({
    j: step(1),
    k: step(-1),
    '/': (event) => {
      event.preventDefault()
      search.current?.focus()
    },
  })

  return (
    <section aria-label={t('label')} className="flex h-full flex-col">
      <PaneHeader>
        <ViewSwitch view={query.view} counts={counts} onChange={(view) => change({ ...query, view })} />
        <span className="grow" />
        <Kbd className="max-md:hidden">J</Kbd>
        <Kbd className="max-md:hidden">K</Kbd>
      </PaneHeader>
      <SearchBox ref={search} q={query.q} onSearch={(q) => change({ ...query, q })} />
      <div ref={list} className="pane-scroll flex grow flex-col" aria-busy={isStale}>
        {items.length === 0 && !isStale && <QueueEmpty query={query} isAdmin={isAdmin} />}
        <ul>
          {items.map((item) => (
            <QueueRow
              key={item.id}
              item={item}
              href={`/tickets/${item.id}${queueSearch(query)}`}
              isOpen={item.id === openId}
              onOpen={() => setPending({ from: params.ticketId, to: item.id })}
            />
          ))}
        </ul>
        {nextCursor && (
          <div ref={more} className="grid place-items-center p-3">
            <Button variant="quiet" size="small" onClick={readMore}>
              {t('more')}
            </Button>
          </div>
        )}
      </div>
      {hasFailed && (
        <div role="alert" className="flex items-center gap-2 border-t bg-amber-bg px-3.5 py-1.5 text-amber text-sm">
          <span className="grow">{t('loadFailed')}</span>
          <Button size="small" onClick={retry}>
            {common('retry')}
          </Button>
        </div>
      )}
    </section>
  )
}
