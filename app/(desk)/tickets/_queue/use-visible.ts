'use client'

import { type RefObject, useEffect, useRef } from 'react'

/** Calls back when the element comes near the visible part of its pane. */
export function useVisible<T extends HTMLElement>(onVisible: () => void): RefObject<T | null> {
  const ref = useRef<T>(null)
  const latest = useRef(onVisible)
  useEffect(() => {
    latest.current = onVisible
  })
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && latest.current(), { rootMargin: '200px' })
    observer.observe(element)
    return () => observer.disconnect()
  })
  return ref
}
