'use client'

import { type RefObject, useEffect, useRef } from 'react'
import { rowsOfPage, scrollToRow } from '../../../_components/row-window'
import { useHotkeys } from '../../../_components/use-hotkeys'
import type { QueueItem } from './queue-item'

type QueueKeys = {
  scroller: RefObject<HTMLDivElement | null>
  /** What the list is asked for: another one has other places. */
  list: string
  items: readonly QueueItem[]
  openId: string | undefined
  onChoose: (index: number, isRange: boolean) => void
  onTakeArrivals: () => void
}

/**
 * J, K, Page Up, Page Down, Home and End move the focus through the list, also to rows that are out of sight; X chooses the row in focus, with
 * Shift all from the last one chosen; the full stop shows what is new.
 */
export function useQueueKeys({ scroller, list, items, openId, onChoose, onTakeArrivals }: QueueKeys) {
  /** The row that is to have the focus as soon as it exists. */
  const wanted = useRef<string | null>(null)
  /** Where the focus was last: its row may have gone out of sight, and the focus with it. */
  const last = useRef<string | null>(null)
  const focusWanted = () => {
    const row = wanted.current && scroller.current?.querySelector<HTMLElement>(`[data-ticket="${wanted.current}"]`)
    if (!row) return
    last.current = wanted.current
    wanted.current = null
    row.focus({ preventScroll: true })
  }
  // Rows are drawn as they are scrolled to.
  useEffect(focusWanted)

  const indexOf = (id: string | null | undefined) => (id ? items.findIndex((item) => item.id === id) : -1)
  const focused = () => {
    const row = document.activeElement?.closest<HTMLElement>('[data-row]')
    return row && scroller.current?.contains(row) ? indexOf(row.dataset.row) : -1
  }
  const current = () => {
    const places = [indexOf(wanted.current), focused(), document.activeElement === document.body ? indexOf(last.current) : -1]
    return places.find((index) => index >= 0) ?? indexOf(openId)
  }
  /** Where one was last in this list: a ticket that leaves it, set aside or resolved, leaves its place to the one below. */
  const place = useRef<{ list: string; index: number }>(undefined)
  useEffect(() => {
    const index = current()
    if (index >= 0) place.current = { list, index }
  })
  const go = (index: number) => {
    const box = scroller.current
    const item = items[Math.min(Math.max(index, 0), items.length - 1)]
    if (!box || !item) return
    scrollToRow(box, items.indexOf(item))
    wanted.current = item.id
    focusWanted()
  }
  const pageRows = () => rowsOfPage(scroller.current)
  const step = (by: number) => {
    const at = current()
    if (at >= 0) return go(at + by)
    const left = place.current?.list === list ? place.current.index : 0
    go(by > 0 ? left + by - 1 : left + by)
  }
  /** The pane beside the list scrolls with these keys, too. */
  const isHere = () => document.activeElement === document.body || scroller.current?.contains(document.activeElement) === true
  const inList = (move: () => void) => (event: KeyboardEvent) => {
    if (!isHere()) return
    event.preventDefault()
    move()
  }
  const act = (move: () => void) => (event: KeyboardEvent) => {
    event.preventDefault()
    move()
  }
  useHotkeys({
    j: act(() => step(1)),
    k: act(() => step(-1)),
    x: (event) => {
      const index = current()
      if (index < 0) return
      event.preventDefault()
      onChoose(index, event.shiftKey)
    },
    '.': act(onTakeArrivals),
    PageDown: inList(() => step(pageRows())),
    PageUp: inList(() => step(-pageRows())),
    Home: inList(() => go(0)),
    End: inList(() => go(items.length - 1)),
  })
  return { focusRow: go }
}
