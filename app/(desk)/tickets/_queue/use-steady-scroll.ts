'use client'

import { type RefObject, useLayoutEffect, useRef } from 'react'

/**
 * Keeps what the eye is on where it is when rows come and go above it: the row under the pointer or with the focus, else
 * the first visible one of a list that was scrolled. An untouched list at its top shows what is new.
 */
export function useSteadyScroll(items: readonly { id: string }[]): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null)
  const anchor = useRef<{ id: string; top: number }>(undefined)
  const shown = useRef(items)

  // During render, before the rows change: this is the last moment at which the old places can be measured.
  if (shown.current !== items) {
    shown.current = items
    anchor.current = findAnchor(list.current)
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs for exactly the renders that changed the rows
  useLayoutEffect(() => {
    const { current: place } = anchor
    if (!place || !list.current) return
    const row = list.current.querySelector(`[data-ticket="${place.id}"]`)
    if (row) list.current.scrollTop += row.getBoundingClientRect().top - place.top
    anchor.current = undefined
  }, [items])
  return list
}

function findAnchor(list: HTMLElement | null): { id: string; top: number } | undefined {
  if (!list) return undefined
  const top = list.getBoundingClientRect().top
  const row =
    list.querySelector<HTMLElement>('[data-ticket]:hover') ??
    list.querySelector<HTMLElement>('[data-ticket]:focus-visible') ??
    (list.scrollTop > 0
      ? [...list.querySelectorAll<HTMLElement>('[data-ticket]')].find((each) => each.getBoundingClientRect().bottom > top)
      : null)
  return row?.dataset.ticket ? { id: row.dataset.ticket, top: row.getBoundingClientRect().top } : undefined
}
