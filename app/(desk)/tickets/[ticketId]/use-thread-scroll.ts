'use client'

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { ThreadEntry } from './thread-entry'

/** This near to the end one reads the end, and sees what comes next to it. */
const AT_END_PX = 80
const ABOVE_PX = 12
/** How a hand scrolls. */
const HANDS = ['wheel', 'touchstart', 'pointerdown'] as const

/** How far the pane is from its end; it scrolls from there, so the browser counts downwards from zero. */
const distanceToEnd = (pane: HTMLElement) => -pane.scrollTop

/** Where an entry's own words stand: the mark of a day above them comes and goes with what is loaded before. */
const placeOf = (entry: Element) => (entry.lastElementChild ?? entry).getBoundingClientRect()

/** The topmost entry that one sees whole, and where it stands. */
function findAnchor(pane: HTMLElement): { id: string; top: number } | undefined {
  const { top } = pane.getBoundingClientRect()
  for (const entry of pane.querySelectorAll<HTMLElement>('[data-entry]')) {
    const here = placeOf(entry)
    if (here.top >= top || here.bottom > top + 40) return { id: entry.dataset.entry ?? '', top: here.top }
  }
  return undefined
}

/**
 * Where the thread stands: opened, at the customer's last message; read at its end, at its end; read further up, where
 * one reads, whatever comes below. Says whether something has come that one does not see.
 */
export function useThreadScroll(entries: readonly ThreadEntry[]): {
  pane: RefObject<HTMLDivElement | null>
  hasUnseen: boolean
  toEnd: () => void
  noteScroll: () => void
} {
  const pane = useRef<HTMLDivElement>(null)
  const [hasUnseen, setUnseen] = useState(false)
  const shown = useRef(entries)
  const anchor = useRef<{ id: string; top: number }>(undefined)
  const newest = entries.findLast(({ kind }) => kind === 'message')?.id
  const lastNewest = useRef(newest)
  const oldest = entries[0]?.id
  const lastOldest = useRef(oldest)
  const height = useSteadyTop(pane)
  const way = useWayUp(pane)

  // During render, before the entries change: the last moment at which the old places can be measured.
  if (shown.current !== entries) {
    shown.current = entries
    anchor.current = pane.current && distanceToEnd(pane.current) > AT_END_PX ? findAnchor(pane.current) : undefined
  }
  useLayoutEffect(() => {
    const element = pane.current
    const last = [...(element?.querySelectorAll<HTMLElement>('[data-incoming]') ?? [])].at(-1)
    if (!element || !last) return
    const above = element.getBoundingClientRect().top + ABOVE_PX - last.getBoundingClientRect().top
    if (above > 0) element.scrollTop -= above
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs for exactly the renders that changed the entries
  useLayoutEffect(() => {
    const element = pane.current
    const { current: place } = anchor
    anchor.current = undefined
    if (element && place) {
      const entry = element.querySelector<HTMLElement>(`[data-entry="${place.id}"]`)
      const moved = entry ? placeOf(entry).top - place.top : 0
      // The top that somebody is on the way to is higher up now, and to set the place ends the browser's own way there: what has moved nothing must not.
      if (way.current && oldest !== lastOldest.current) element.scrollTop = -element.scrollHeight
      else if (moved !== 0) element.scrollTop += moved
      // What the same change has taken from the pane is made good with it.
      height.current = element.clientHeight
    }
    if (newest !== lastNewest.current && element && distanceToEnd(element) > AT_END_PX) setUnseen(true)
    lastNewest.current = newest
    lastOldest.current = oldest
  }, [entries])

  return {
    pane,
    hasUnseen,
    toEnd: () => pane.current?.scrollTo({ top: 0 }),
    noteScroll: () => {
      if (pane.current && distanceToEnd(pane.current) <= AT_END_PX) setUnseen(false)
    },
  }
}

/**
 * Whether the reader is on the way to the top: Home is not there at once, and a page that is put in above meanwhile must not be the end of it.
 * Whatever else they do is another way.
 */
function useWayUp(pane: RefObject<HTMLDivElement | null>): RefObject<boolean> {
  const isOnWay = useRef(false)
  useEffect(() => {
    const element = pane.current
    if (!element) return
    const isAtTop = () => element.scrollHeight - element.clientHeight + element.scrollTop <= 1
    const onKey = ({ key, target }: KeyboardEvent) => {
      isOnWay.current = key === 'Home' && target === element && !isAtTop()
    }
    const onScroll = () => {
      if (isAtTop()) isOnWay.current = false
    }
    const onHand = () => {
      isOnWay.current = false
    }
    const passive = { passive: true }
    element.addEventListener('keydown', onKey)
    element.addEventListener('scroll', onScroll, passive)
    for (const deed of HANDS) element.addEventListener(deed, onHand, passive)
    return () => {
      element.removeEventListener('keydown', onKey)
      element.removeEventListener('scroll', onScroll)
      for (const deed of HANDS) element.removeEventListener(deed, onHand)
    }
  }, [pane])
  return isOnWay
}

/**
 * A reply that grows takes its room from the thread. What one reads further up stays where it is, and loses its lower
 * edge. Returns the height that has been reckoned with.
 */
function useSteadyTop(pane: RefObject<HTMLDivElement | null>): RefObject<number> {
  const height = useRef(0)
  useEffect(() => {
    const element = pane.current
    if (!element) return
    height.current = element.clientHeight
    const observer = new ResizeObserver(() => {
      const lost = height.current - element.clientHeight
      height.current = element.clientHeight
      if (distanceToEnd(element) > AT_END_PX) element.scrollTop -= lost
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [pane])
  return height
}
