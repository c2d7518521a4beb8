'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import { useRowsInSight } from '../../_components/row-window'
import { faqSearch } from './faq-href'
import type { FaqQuery } from './faq-query'
import type { RuleItem, RuleItems } from './rule-item'

const PAGE = 100
const MARGIN_ROWS = 20
/** Rows fetched ahead of those in sight, up and down: a wheel turned fast passes some 100 of them while a stretch is on its way. */
const AHEAD_ROWS = PAGE

type Stretch = {
  /** The beginning of the list that it belongs to. */
  of: RuleItems
  items: RuleItem[]
}
type Pages = { key: string; byPage: ReadonlyMap<number, Stretch> }

/**
 * The rows of a long list that are in sight: the list is as tall as all of them, and only these exist. Stretches are fetched as they are
 * scrolled to, and given up when they are scrolled past. After a change of some rule (another `first`) they are fetched once more, and
 * those there were stay until then; another query begins anew, at its top.
 */
export function useRuleWindow(query: FaqQuery, first: RuleItems, scroller: RefObject<HTMLElement | null>) {
  const key = faqSearch({ ...query, rule: null, new: null })
  const [pages, setPages] = useState<Pages>({ key, byPage: new Map() })
  const range = useRowsInSight(scroller, MARGIN_ROWS)
  const [hasFailed, setFailed] = useState(false)
  const onTheWay = useRef(new Map<number, { of: RuleItems; end: AbortController }>())
  if (pages.key !== key) setPages({ key, byPage: new Map() })

  // biome-ignore lint/correctness/useExhaustiveDependencies: another query begins at its top.
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 })
  }, [key, scroller])

  const to = Math.min(range.to, first.total)
  useEffect(() => {
    if (hasFailed) return
    const firstPage = Math.max(1, Math.floor((range.from - AHEAD_ROWS) / PAGE))
    const lastPage = Math.floor((Math.min(to + AHEAD_ROWS, first.total) - 1) / PAGE)
    for (const [page, { of, end }] of onTheWay.current) {
      if (of === first && page >= firstPage && page <= lastPage) continue
      onTheWay.current.delete(page)
      end.abort()
    }
    for (let page = firstPage; page <= lastPage; page++) {
      if (pages.byPage.get(page)?.of === first || onTheWay.current.has(page)) continue
      const end = new AbortController()
      onTheWay.current.set(page, { of: first, end })
      fetchPage(key, page, end.signal)
        .then((items) => setPages((old) => (old.key === key ? { key, byPage: new Map(old.byPage).set(page, { of: first, items }) } : old)))
        // The server is away, or the session is over: rows that were not there stay empty, and the list says so.
        .catch(() => !end.signal.aborted && setFailed(true))
        .finally(() => {
          if (onTheWay.current.get(page)?.end === end) onTheWay.current.delete(page)
        })
    }
  }, [key, range.from, to, pages, first, hasFailed])

  const itemAt = (index: number): RuleItem | null => {
    const page = Math.floor(index / PAGE)
    return (page === 0 ? first.items[index] : pages.byPage.get(page)?.items[index % PAGE]) ?? null
  }
  const rows = Array.from({ length: Math.max(0, to - range.from) }, (_, at) => ({ index: range.from + at, item: itemAt(range.from + at) }))
  return { key, rows, itemAt, hasFailed, retry: () => setFailed(false) }
}

async function fetchPage(key: string, page: number, signal: AbortSignal): Promise<RuleItem[]> {
  const params = new URLSearchParams(key)
  params.set('offset', String(page * PAGE))
  const response = await fetch(`/faq/rules?${params}`, { signal })
  if (!response.ok) throw new Error(`The list answered ${response.status}.`)
  const { items } = (await response.json()) as RuleItems
  return items
}

/** The ids of all rules that the query of the list finds, in its order. */
export async function fetchRuleIds(key: string): Promise<string[]> {
  const response = await fetch(`/faq/rules/ids?${key}`)
  if (!response.ok) throw new Error(`The list answered ${response.status}.`)
  const { ids } = (await response.json()) as { ids: string[] }
  return ids
}
