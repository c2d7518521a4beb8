'use client'

import { type RefObject, useEffect, useRef } from 'react'
import { ROW_PX, rowsOfPage, scrollToRow } from '../../_components/row-window'
import { useHotkeys } from '../../_components/use-hotkeys'

type RuleKeys = {
  scroller: RefObject<HTMLElement | null>
  total: number
  /** Where the open rule stands among the rows that exist; -1 where it does not. */
  openIndex: number
  onChoose?: (index: number) => void
}

/**
 * J, K, Page Up, Page Down, Home and End move the focus through the list, also to rows that do not exist yet; X chooses the row in focus.
 * A row is found by its `data-at`, its place in the list.
 */
export function useRuleKeys({ scroller, total, openIndex, onChoose }: RuleKeys) {
  /** The row that is to have the focus as soon as it exists. */
  const wanted = useRef<number | null>(null)
  const focusWanted = () => {
    const row = wanted.current === null ? null : scroller.current?.querySelector<HTMLElement>(`[data-at="${wanted.current}"] a`)
    if (!row) return
    wanted.current = null
    row.focus({ preventScroll: true })
  }
  // Rows are drawn as they are scrolled to and as they arrive.
  useEffect(focusWanted)

  const rowInFocus = () => {
    const row = document.activeElement?.closest<HTMLElement>('[data-at]')
    return row && scroller.current?.contains(row) ? Number(row.dataset.at) : null
  }
  const go = (index: number) => {
    const box = scroller.current
    if (!box || total === 0) return
    const next = Math.min(Math.max(index, 0), total - 1)
    scrollToRow(box, next)
    wanted.current = next
    focusWanted()
  }
  const pageRows = () => rowsOfPage(scroller.current)
  const step = (by: number) => {
    const box = scroller.current
    if (!box) return
    const at = wanted.current ?? rowInFocus() ?? (openIndex < 0 ? null : openIndex)
    const firstSeen = Math.ceil(box.scrollTop / ROW_PX)
    const isSeen = at !== null && at * ROW_PX >= box.scrollTop - ROW_PX && at * ROW_PX < box.scrollTop + box.clientHeight
    go(isSeen || wanted.current !== null ? (at ?? 0) + by : firstSeen + (Math.abs(by) > 1 ? by : 0))
  }
  /** The pane beside the list scrolls with these keys, too. */
  const isHere = () => document.activeElement === document.body || scroller.current?.contains(document.activeElement) === true
  const inList = (move: () => void) => (event: KeyboardEvent) => {
    if (!isHere()) return
    event.preventDefault()
    move()
  }
  useHotkeys({
    j: () => step(1),
    k: () => step(-1),
    x: () => {
      const index = rowInFocus() ?? openIndex
      if (index >= 0) onChoose?.(index)
    },
    PageDown: inList(() => step(pageRows())),
    PageUp: inList(() => step(-pageRows())),
    Home: inList(() => go(0)),
    End: inList(() => go(total - 1)),
  })
}
