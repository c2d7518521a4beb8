'use client'

import { type RefObject, useEffect, useState } from 'react'

/** How tall a row is in the lists of which only the rows in sight exist: tickets and rules. */
export const ROW_PX = 52

/** The first row in sight and the one after the last, with `margin` more on either side so that a flick of the wheel shows no gap. */
export function useRowsInSight(scroller: RefObject<HTMLElement | null>, margin: number): { from: number; to: number } {
  const [range, setRange] = useState({ from: 0, to: 40 })
  useEffect(() => {
    const box = scroller.current
    if (!box) return
    const measure = () => {
      const top = Math.floor(box.scrollTop / ROW_PX)
      const from = Math.max(0, top - margin)
      const to = top + Math.ceil(box.clientHeight / ROW_PX) + margin
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
  }, [scroller, margin])
  return range
}

/** Scrolls a list no further than it takes to see a row whole. */
export function scrollToRow(box: HTMLElement, index: number): void {
  const top = index * ROW_PX
  if (top < box.scrollTop) box.scrollTop = top
  else if (top + ROW_PX > box.scrollTop + box.clientHeight) box.scrollTop = top + ROW_PX - box.clientHeight
}

/** How far Page Down goes: the last row in sight becomes the first. */
export function rowsOfPage(box: HTMLElement | null): number {
  return Math.max(1, Math.floor((box?.clientHeight ?? 0) / ROW_PX) - 1)
}
