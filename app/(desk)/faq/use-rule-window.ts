'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import { faqSearch } from './faq-href'
import type { FaqQuery } from './faq-query'
import type { RuleItem, RuleItems } from './rule-item'

export const ROW_PX = 52
const PAGE = 100
/** Rows kept above and below what is seen, so that a flick of the wheel shows no gap. */
const MARGIN_ROWS = 20

type Pages = { key: string; first: RuleItems; byPage: Map<number, RuleItem[]> }

/**
 * The rows of a long list that are in sight: the list is as tall as all of them, and only these exist. Stretches are fetched as they are
 * scrolled to. A new `first` (another query, or a rule was changed) forgets the others.
 */
export function useRuleWindow(query: FaqQuery, first: RuleItems, scroller: RefObject<HTMLElement | null>) {
  const key = faqSearch({ ...query, rule: null, new: null })
  const [pages, setPages] = useState<Pages>({ key, first, byPage: new Map() })
  const [range, setRange] = useState({ from: 0, to: 40 })
  const [hasFailed, setFailed] = useState(false)
  const wanted = useRef(new Set<string>())
  if (pages.first !== first) setPages({ key, first, byPage: new Map() })

  useEffect(() => {
    const box = scroller.current
    if (!box) return
    const measure = () => {
      const top = Math.floor(box.scrollTop / ROW_PX)
      const from = Math.max(0, top - MARGIN_ROWS)
      const to = top + Math.ceil(box.clientHeight / ROW_PX) + MARGIN_ROWS
      setRange((old) => (old.from === from && old.to === to ? old : { from, to }))
    }
    measure()
    box.addEventListener('scroll', measure, { passive: true })
    const resized = new ResizeObserver(measure)
    resized.observe(box)
    return () => {
      box.removeEventListener('scroll', measure)
      resized.disconnect()
    }
  }, [scroller])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another query begins at its top.
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 })
  }, [key, scroller])

  const to = Math.min(range.to, first.total)
  useEffect(() => {
    for (let page = Math.floor(range.from / PAGE); page * PAGE < to; page++) {
      const name = `${key} ${page}`
      if (page === 0 || pages.byPage.has(page) || wanted.current.has(name)) continue
      wanted.current.add(name)
      fetchPage(key, page)
        .then((items) => {
          setFailed(false)
          setPages((old) => (old.first === first ? { ...old, byPage: new Map(old.byPage).set(page, items) } : old))
        })
        // The server is away, or the session is over: the rows in between stay grey and the list says so.
        .catch(() => setFailed(true))
        .finally(() => wanted.current.delete(name))
    }
  }, [key, range.from, to, pages, first])

  const itemAt = (index: number): RuleItem | null => {
    const page = Math.floor(index / PAGE)
    return (page === 0 ? first.items[index] : pages.byPage.get(page)?.[index % PAGE]) ?? null
  }
  const rows = Array.from({ length: Math.max(0, to - range.from) }, (_, at) => ({ index: range.from + at, item: itemAt(range.from + at) }))
  return { rows, itemAt, hasFailed }
}

async function fetchPage(key: string, page: number): Promise<RuleItem[]> {
  const params = new URLSearchParams(key)
  params.set('offset', String(page * PAGE))
  const response = await fetch(`/faq/rules?${params}`)
  if (!response.ok) throw new Error(`The list answered ${response.status}.`)
  const { items } = (await response.json()) as RuleItems
  return items
}
