'use client'

import { ChevronRight } from 'lucide-react'
import type { MouseEvent, ReactNode } from 'react'
import { cn } from '../../../_components/cn'

/**
 * Text that is there but folded: opened by click, by key, by the browser's own search, and without any script. The thread
 * hangs on its end, so opening would push the line one has clicked on upwards; here it stays under the hand.
 */
export function Fold({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
  const toggle = (event: MouseEvent<HTMLElement>) => {
    const summary = event.currentTarget
    const details = summary.parentElement
    const pane = summary.closest('.pane-scroll')
    if (!(details instanceof HTMLDetailsElement) || !pane) return
    event.preventDefault()
    const { top } = summary.getBoundingClientRect()
    details.open = !details.open
    pane.scrollTop += summary.getBoundingClientRect().top - top
  }
  return (
    <details className={cn('group/fold', className)}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is a button */}
      <summary
        onClick={toggle}
        className="flex w-fit list-none items-center gap-1 rounded-sm text-ink-3 text-xs leading-5 hover:text-ink [&::-webkit-details-marker]:hidden"
      >
        <ChevronRight className="size-3.5 transition-transform group-open/fold:rotate-90" />
        {label}
      </summary>
      {children}
    </details>
  )
}
