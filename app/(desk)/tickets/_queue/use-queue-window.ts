'use client'

import { type RefObject, useLayoutEffect, useRef } from 'react'
import { ROW_PX, useRowsInSight } from '../../../_components/row-window'
import type { QueueItem } from './queue-item'

const MARGIN_ROWS = 16

/**
 * Which rows are in sight: the list is as tall as all of them, and only these exist. When rows come or go, what the eye is on stays where it is:
 * the row under the pointer or with the focus, else the open ticket's, else the first one in sight of a list that was scrolled.
 */
export function useQueueWindow(items: readonly QueueItem[], scroller: RefObject<HTMLDivElement | null>) {
  const range = useRowsInSight(scroller, MARGIN_ROWS)

  const before = useRef(items)
  useLayoutEffect(() => {
    const old = before.current
    before.current = items
    const box = scroller.current
    if (old === items || !box) return
    const id = watchedRow(box, old)
    const from = old.findIndex((item) => item.id === id)
    const to = items.findIndex((item) => item.id === id)
    if (from >= 0 && to >= 0 && from !== to) box.scrollTop += (to - from) * ROW_PX
  }, [items, scroller])

  const from = Math.min(range.from, items.length)
  const rows = items.slice(from, range.to).map((item, at) => ({ item, index: from + at }))
  return { rows, end: range.to }
}

/** The row that must not move; undefined for an untouched list at its top without an open ticket in sight, which shows what is new. */
export function watchedRow(box: HTMLElement, items: readonly { id: string }[]): string | undefined {
  const row = box.querySelector<HTMLElement>('[data-ticket]:hover') ?? box.querySelector<HTMLElement>('[data-ticket]:focus-visible')
  if (row?.dataset.ticket) return row.dataset.ticket
  const open = box.querySelector<HTMLElement>('[data-ticket][aria-current="true"]')
  if (open?.dataset.ticket && isInSight(open, box)) return open.dataset.ticket
  return box.scrollTop > 0 ? items[Math.floor(box.scrollTop / ROW_PX)]?.id : undefined
}

function isInSight(row: HTMLElement, box: HTMLElement): boolean {
  const [{ top, bottom }, sight] = [row.getBoundingClientRect(), box.getBoundingClientRect()]
  return bottom > sight.top && top < sight.bottom
}
