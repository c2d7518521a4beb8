'use client'

import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { type LiveEvent, useLiveEvents } from '../../../_live/live-provider'
import type { QueuePage } from './queue-item'
import { type QueueQuery, queueSearch } from './queue-query'
import { type QueueRows, shownRows, withFreshBeginning, withMore, withOwn } from './queue-rows'

const FIRST_PAGE = 50
/** The server gives no more at once. Of the rows below, those that something happened to are read by their ids, as many in one go. */
const PAGE = 100
/** The events of one transaction arrive together. */
const DEBOUNCE_MS = 200
/** Kinds of events after which no row of the queue looks different. */
const OTHER_KINDS = new Set(['draft', 'rules', 'embeddings', 'delivery', 'presence', 'import', 'calibration'])

type State = Pick<QueuePage, 'counts' | 'isTolerant' | 'near'> & { key: string; rows: QueueRows; isStale: boolean; hasFailed: boolean }

async function fetchQueue(search: string, extra: Record<string, string>, signal: AbortSignal): Promise<QueuePage> {
  const params = new URLSearchParams(search)
  for (const [name, value] of Object.entries(extra)) params.set(name, value)
  const response = await fetch(`/tickets/queue?${params}`, { signal })
  if (!response.ok) throw new Error(`The queue answered ${response.status}.`)
  return response.json()
}

type QueueSource = {
  query: QueueQuery
  first: { query: QueueQuery; page: QueuePage }
  /** Whether somebody is looking at a place in the list, which must not move. */
  isWatched: RefObject<() => boolean>
  /** Tickets that are shown at once when they come or come back. */
  own: ReadonlySet<string>
}

/** The rows of the queue for what the URL asks, kept up to date by the desk's events. */
export function useQueue({ query, first, isWatched, own }: QueueSource) {
  const key = queueSearch(query)
  const { sort } = query
  const [state, setState] = useState<State>(() => ({
    key: queueSearch(first.query),
    rows: { items: first.page.items, nextCursor: first.page.nextCursor, order: null },
    counts: first.page.counts,
    isTolerant: first.page.isTolerant,
    near: first.page.near,
    isStale: false,
    hasFailed: false,
  }))
  const latest = useRef(state)
  useEffect(() => {
    latest.current = state
  })
  const running = useRef<{ kind: 'refresh' | 'more'; end: AbortController }>(undefined)
  /** Tickets that something has happened to since they were read, for a list of which not all is read again. */
  const outdated = useRef(new Set<string>())

  const read = useCallback(
    async (kind: 'refresh' | 'more') => {
      const { key: shownKey, rows } = latest.current
      const isSame = shownKey === key
      const cursor = kind === 'more' && isSame ? rows.nextCursor : null
      if (kind === 'more' && (!cursor || running.current)) return
      running.current?.end.abort()
      const end = new AbortController()
      const mine = { kind, end }
      running.current = mine
      const limit = String(cursor ? PAGE : isSame ? Math.min(Math.max(rows.items.length, FIRST_PAGE), PAGE) : FIRST_PAGE)
      if (!isSame) setState((old) => ({ ...old, isStale: true }))
      if (!cursor && (!isSame || rows.items.length < PAGE)) outdated.current.clear()
      const ids = cursor ? [] : [...outdated.current].slice(0, PAGE)
      // What happens to them from now on is for the next request.
      for (const id of ids) outdated.current.delete(id)
      try {
        const { isTolerant: wasTolerant, near } = latest.current
        const again = ids.length > 0 && { again: ids.join(','), ...(wasTolerant && { isTolerant: '1' }) }
        const asked = isSame && near !== null && (cursor || again) && { near }
        const page = await fetchQueue(key, { limit, ...(cursor && { cursor }), ...again, ...asked }, end.signal)
        setState((old) => {
          const isSameStill = old.key === key
          const how = { sort, isWatched: isWatched.current() }
          const next = cursor
            ? withMore(old.rows, page)
            : isSameStill
              ? withFreshBeginning(old.rows, { ...page, again: { ids, read: page.again } }, how)
              : { items: page.items, nextCursor: page.nextCursor, order: null }
          const { isTolerant, near: nearNow } = cursor ? old : page
          return { key, rows: next, counts: page.counts, isTolerant, near: nearNow, isStale: false, hasFailed: false }
        })
      } catch {
        for (const id of ids) outdated.current.add(id)
        // Aborted by a later read, or the server is away: the rows stay, and the line below them says so.
        if (!end.signal.aborted) setState((old) => ({ ...old, isStale: false, hasFailed: true }))
      } finally {
        if (running.current === mine) running.current = undefined
      }
    },
    [key, sort, isWatched],
  )

  useEffect(() => {
    if (latest.current.key !== key) void read('refresh')
  }, [key, read])
  // The first event of many begins the wait and the others join it: on a desk where something happens all the time there is no pause to wait for.
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // What the wait ends with is the list of that moment, not of the event's.
  const latestRead = useRef(read)
  useEffect(() => {
    latestRead.current = read
  })
  const refreshSoon = useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      // A slow answer is worth more than one that is given up for the next.
      if (running.current) refreshSoon()
      else void latestRead.current('refresh')
    }, DEBOUNCE_MS)
  }, [])
  useLiveEvents((event: LiveEvent) => {
    if (OTHER_KINDS.has(event.kind)) return
    if ('ticketId' in event) outdated.current.add(event.ticketId)
    // Nobody knows to which of them.
    if (event.kind === 'resync') for (const { id } of latest.current.rows.items.slice(PAGE)) outdated.current.add(id)
    refreshSoon()
  })
  // What did not go into one request goes into the next.
  useEffect(() => {
    if (!state.hasFailed && outdated.current.size > 0) refreshSoon()
  }, [state, refreshSoon])
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      timer.current = undefined
      running.current?.end.abort()
    },
    [],
  )

  // Before it is painted: what one has brought back is never first said to be new.
  useLayoutEffect(() => {
    if (withOwn(state.rows, own) !== state.rows) setState((old) => ({ ...old, rows: withOwn(old.rows, own) }))
  }, [own, state.rows])
  const { shown, arrivals } = useMemo(() => shownRows(state.rows), [state.rows])
  return {
    key: state.key,
    items: shown,
    arrivals,
    counts: state.counts,
    hasMore: state.rows.nextCursor !== null,
    isTolerant: state.isTolerant,
    near: state.near,
    isStale: state.isStale,
    hasFailed: state.hasFailed,
    takeArrivals: () => setState((old) => ({ ...old, rows: { ...old.rows, order: null } })),
    readMore: () => void read('more'),
    retry: () => void read('refresh'),
  }
}
