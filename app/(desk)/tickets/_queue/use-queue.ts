'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { type LiveEvent, useLiveEvents } from '../../../_live/live-provider'
import type { QueuePage } from './queue-item'
import { type QueueQuery, queueSearch } from './queue-query'

const PAGE_SIZE = 50
/** The server gives no more at once; rows below keep what they showed until they are scrolled to again. */
const MAX_REFRESH = 100
/** The events of one transaction arrive together. */
const DEBOUNCE_MS = 200

type State = { key: string; page: QueuePage; isStale: boolean; hasFailed: boolean }

async function fetchQueue(search: string, extra: Record<string, string>, signal: AbortSignal): Promise<QueuePage> {
  const params = new URLSearchParams(search)
  for (const [name, value] of Object.entries(extra)) params.set(name, value)
  const response = await fetch(`/tickets/queue?${params}`, { signal })
  if (!response.ok) throw new Error(`The queue answered ${response.status}.`)
  return response.json()
}

/** Fresh rows first, then the old ones that lie below them. */
function mergeBelow(fresh: QueuePage, old: QueuePage): QueuePage {
  const last = fresh.items.at(-1)
  if (!last || !fresh.nextCursor) return fresh
  const known = new Set(fresh.items.map(({ id }) => id))
  const below = old.items.filter(({ id, activeAt }) => !known.has(id) && activeAt < last.activeAt)
  return below.length === 0 ? fresh : { ...fresh, items: [...fresh.items, ...below], nextCursor: old.nextCursor }
}

/** The rows of the queue for what the URL asks, kept up to date by the desk's events. */
export function useQueue(query: QueueQuery, first: { query: QueueQuery; page: QueuePage }) {
  const key = queueSearch(query)
  const [state, setState] = useState<State>(() => ({ key: queueSearch(first.query), page: first.page, isStale: false, hasFailed: false }))
  const latest = useRef(state)
  useEffect(() => {
    latest.current = state
  })
  const running = useRef<AbortController>(undefined)

  const read = useCallback(
    async (kind: 'refresh' | 'more') => {
      running.current?.abort()
      const controller = new AbortController()
      running.current = controller
      const { key: shown, page } = latest.current
      const isSame = shown === key
      const cursor = kind === 'more' && isSame ? page.nextCursor : null
      const limit = isSame ? Math.min(Math.max(page.items.length, PAGE_SIZE), MAX_REFRESH) : PAGE_SIZE
      if (!isSame) setState((old) => ({ ...old, isStale: true }))
      try {
        const fresh = await fetchQueue(key, cursor ? { cursor } : { limit: String(limit) }, controller.signal)
        setState((old) => {
          const merged = cursor ? { ...fresh, items: appendNew(old.page, fresh) } : isSame ? mergeBelow(fresh, old.page) : fresh
          return { key, page: merged, isStale: false, hasFailed: false }
        })
      } catch {
        // Aborted by a later read, or the server is away: the rows stay, and the line below them says so.
        if (!controller.signal.aborted) setState((old) => ({ ...old, isStale: false, hasFailed: true }))
      }
    },
    [key],
  )

  useEffect(() => {
    if (latest.current.key !== key) void read('refresh')
  }, [key, read])
  useRefreshOnEvents(() => void read('refresh'))
  useEffect(() => () => running.current?.abort(), [])

  return {
    ...state.page,
    isStale: state.isStale,
    hasFailed: state.hasFailed,
    readMore: () => void read('more'),
    retry: () => void read('refresh'),
  }
}

function appendNew(old: QueuePage, fresh: QueuePage) {
  const known = new Set(old.items.map(({ id }) => id))
  return [...old.items, ...fresh.items.filter(({ id }) => !known.has(id))]
}

function useRefreshOnEvents(refresh: () => void): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useLiveEvents((event: LiveEvent) => {
    if (
      event.kind === 'draft' ||
      event.kind === 'rules' ||
      event.kind === 'embeddings' ||
      event.kind === 'settings' ||
      event.kind === 'delivery'
    )
      return
    clearTimeout(timer.current)
    timer.current = setTimeout(refresh, DEBOUNCE_MS)
  })
  useEffect(() => () => clearTimeout(timer.current), [])
}
