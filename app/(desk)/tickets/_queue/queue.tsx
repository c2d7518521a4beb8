'use client'

import { useParams, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '../../../_components/button'
import { Kbd } from '../../../_components/kbd'
import { PaneHeader } from '../../../_components/pane'
import { ROW_PX, scrollToRow } from '../../../_components/row-window'
import { useHotkeys } from '../../../_components/use-hotkeys'
import { useOpening } from '../opening-context'
import { BulkBar } from './bulk-bar'
import { FilterChips } from './filter-chips'
import { FilterMenu } from './filter-menu'
import { QueueEmpty } from './queue-empty'
import type { QueueItem, QueuePage } from './queue-item'
import { type QueueQuery, queueSearch, readQueueQuery } from './queue-query'
import { QueueRow } from './queue-row'
import { SearchBox } from './search-box'
import { useBulk } from './use-bulk'
import { useChosen } from './use-chosen'
import type { QueueChoices } from './use-filter-words'
import { usePrefetch } from './use-prefetch'
import { useQueue } from './use-queue'
import { useQueueKeys } from './use-queue-keys'
import { useQueueWindow, watchedRow } from './use-queue-window'
import { ViewSwitch } from './view-switch'

/** Rows read ahead of what is in sight. */
const AHEAD_ROWS = 60

type QueueProps = { firstQuery: QueueQuery; first: QueuePage; choices: QueueChoices; agentId: string; isAdmin: boolean }

/** The tickets of one view. Lives in the layout, so opening a ticket leaves list, scroll and focus alone. */
export function Queue({ firstQuery, first, choices, agentId, isAdmin }: QueueProps) {
  const t = useTranslations('queue')
  const tools = useTranslations('queueTools')
  const common = useTranslations('common')
  const query = readQueueQuery(useSearchParams())
  const search = queueSearch(query)
  const params = useParams<{ ticketId?: string }>()
  const scroller = useRef<HTMLDivElement>(null)
  const isWatched = useRef<() => boolean>(() => false)
  const work = useBulk()
  const { setOpening } = useOpening()
  const [pending, setPending] = useState<{ from?: string; to: string }>()
  // The row lights up with the click, not with the answer.
  const openId = pending && pending.from === params.ticketId ? pending.to : params.ticketId
  const { bulk } = work
  const own = useMemo(() => {
    const back = bulk.state === 'done' && bulk.isTakenBack ? bulk.before.map(({ id }) => id) : []
    return new Set(openId ? [openId, ...back] : back)
  }, [openId, bulk])
  const queue = useQueue({ query, first: { query: firstQuery, page: first }, isWatched, own })
  const { items, arrivals, counts, isStale, isTolerant, near } = queue
  const { rows, end } = useQueueWindow(items, scroller)
  const chosen = useChosen(queue.key, items)
  const box = useRef<HTMLInputElement>(null)
  // It is here, or another is: going back to where it was asked for is not asking once more.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another ticket is open, or none
  useEffect(() => {
    setPending(undefined)
    setOpening(null)
  }, [params.ticketId, setOpening])

  useEffect(() => {
    isWatched.current = () => chosen.ids.size > 0 || Boolean(scroller.current && watchedRow(scroller.current, items))
  })
  const takeArrivals = () => {
    if (arrivals === 0) return
    queue.takeArrivals()
    scroller.current?.scrollTo({ top: 0 })
    scroller.current?.focus({ preventScroll: true })
  }
  const { choose } = chosen
  const { focusRow } = useQueueKeys({ scroller, list: queue.key, items, openId, onChoose: choose, onTakeArrivals: takeArrivals })

  /** The first row is to have the focus as soon as the list that was searched for is here. */
  const wantsFirst = useRef(false)
  const toFirst = () => {
    if (!wantsFirst.current || isStale || queue.key !== queueSearch(readQueueQuery(new URLSearchParams(window.location.search)))) return
    wantsFirst.current = false
    focusRow(0)
  }
  useEffect(toFirst)

  const { hasMore, readMore, hasFailed } = queue
  const needsMore = hasMore && !isStale && !hasFailed && items.length < end + AHEAD_ROWS
  // Again after every page, also an empty one: a search that came to a halt goes on until it has enough to show.
  useEffect(() => {
    if (needsMore) readMore()
  })

  // Also after a reload, and when sending has opened the next one.
  const openIndex = items.findIndex(({ id }) => id === openId)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another ticket is open
  useEffect(() => {
    const pane = scroller.current
    if (pane && openIndex >= 0) scrollToRow(pane, openIndex)
  }, [openId])
  // Another list begins at its top.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 })
  }, [queue.key])

  const { fetchNow, fetchWhenMeant } = usePrefetch(params.ticketId)
  const nextId = openIndex < 0 ? undefined : items[openIndex + 1]?.id
  useEffect(() => {
    if (nextId && params.ticketId) fetchNow(nextId, `/tickets/${nextId}${search}`)
  }, [nextId, params.ticketId, search, fetchNow])

  // From the address and not from `query`, which follows it: two changes in quick succession are both kept.
  const change = (part: Partial<QueueQuery>) => {
    const { pathname, search: now } = window.location
    window.history.replaceState(null, '', `${pathname}${queueSearch({ ...readQueueQuery(new URLSearchParams(now)), ...part })}`)
  }
  useHotkeys({
    '/': (event) => {
      event.preventDefault()
      box.current?.focus()
    },
    Escape: chosen.chooseNone,
    c: (event) => {
      const first = document.querySelector<HTMLElement>('[data-bulk-deeds] button')
      if (first) event.preventDefault()
      first?.focus()
    },
  })
  const chooseAll = async () => {
    const response = await fetch(`/tickets/queue/ids${search}`)
    if (!response.ok) throw new Error(`The queue answered ${response.status}.`)
    const { ids, isCut } = (await response.json()) as { ids: string[]; isCut: boolean }
    chosen.chooseThese(ids)
    return { isCut }
  }
  // Every row of this list is theirs, once it is here.
  const who = query.contact && queue.key === search ? (items[0]?.who ?? null) : null
  // Rows are many and keep what they were given; what changes with every render goes by way of a ref.
  const latest = useRef({ choose, from: params.ticketId })
  useEffect(() => {
    latest.current = { choose, from: params.ticketId }
  })
  const onChoose = useCallback((index: number, isRange: boolean) => latest.current.choose(index, isRange), [])
  const onOpen = useCallback(
    ({ id, number, subject, language }: QueueItem) => {
      setPending({ from: latest.current.from, to: id })
      setOpening({ number, subject, language })
    },
    [setOpening],
  )

  return (
    <section aria-label={t('label')} className="flex h-full flex-col">
      <PaneHeader>
        <ViewSwitch view={query.view} counts={counts} onChange={(view) => change({ view })} />
        <span className="grow" />
        <Kbd className="max-md:hidden">J</Kbd>
        <Kbd className="max-md:hidden">K</Kbd>
        <FilterMenu query={query} choices={choices} onChange={change} />
      </PaneHeader>
      <SearchBox
        ref={box}
        q={query.q}
        onSearch={(q) => change({ q })}
        onLeave={() => {
          wantsFirst.current = true
          toFirst()
        }}
      />
      <FilterChips query={query} choices={choices} who={who} onChange={change} />
      {(isTolerant || near !== null) && items.length > 0 && (
        <p role="status" className="shrink-0 border-b bg-sunk px-3.5 py-1 text-ink-2 text-xs">
          {near === null ? tools('tolerant', { q: query.q }) : tools('near', { q: query.q, near })}
        </p>
      )}
      <div className="relative flex min-h-0 grow flex-col">
        {arrivals > 0 && (
          <button
            type="button"
            onClick={takeArrivals}
            className="float-in absolute top-1.5 left-1/2 z-2 flex -translate-x-1/2 items-center gap-1.5 rounded-full border border-line-strong bg-pane px-2.5 py-0.5 text-accent text-xs shadow-float"
          >
            {tools('arrivals', { n: arrivals })}
            <Kbd className="max-md:hidden">.</Kbd>
          </button>
        )}
        <div role="status">
          {isStale && !hasFailed && (
            <p className="late-in pointer-events-none absolute top-1.5 left-1/2 z-2 -translate-x-1/2 rounded-full border border-line-strong bg-pane px-2.5 py-0.5 text-ink-2 text-xs shadow-float">
              {t('searching')}
            </p>
          )}
        </div>
        <div ref={scroller} tabIndex={-1} className="pane-scroll flex grow flex-col outline-none" aria-busy={isStale}>
          {items.length === 0 && !isStale && !hasMore && (
            <QueueEmpty query={query} isNew={counts.all === 0} isAdmin={isAdmin} onClear={change} />
          )}
          {items.length === 0 && hasMore && !hasFailed && (
            <p role="status" className="p-6 text-center text-ink-3 text-sm">
              {tools('lookingOn')}
            </p>
          )}
          <ul className="relative shrink-0" style={{ height: items.length * ROW_PX }}>
            {rows.map(({ item, index }) => (
              <li
                key={item.id}
                aria-posinset={index + 1}
                aria-setsize={hasMore ? -1 : items.length}
                className="absolute inset-x-0"
                style={{ top: index * ROW_PX }}
              >
                <QueueRow
                  item={item}
                  index={index}
                  href={`/tickets/${item.id}${search}`}
                  isOpen={item.id === openId}
                  isChosen={chosen.ids.has(item.id)}
                  onOpen={onOpen}
                  onChoose={onChoose}
                  onNear={fetchWhenMeant}
                />
              </li>
            ))}
          </ul>
        </div>
      </div>
      {hasFailed && (
        <div role="alert" className="flex items-center gap-2 border-t bg-amber-bg px-3.5 py-1.5 text-amber text-sm">
          <span className="grow">{t('loadFailed')}</span>
          <Button size="small" onClick={queue.retry}>
            {common('retry')}
          </Button>
        </div>
      )}
      <BulkBar
        ids={chosen.ids}
        agentId={agentId}
        choices={choices}
        work={work}
        canChooseAll={!isTolerant && near === null && (hasMore || chosen.ids.size < items.length)}
        onChooseAll={chooseAll}
        onChooseNone={chosen.chooseNone}
      />
    </section>
  )
}
