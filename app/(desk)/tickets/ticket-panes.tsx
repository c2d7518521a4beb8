'use client'

import { useSelectedLayoutSegment } from 'next/navigation'
import type { ReactNode } from 'react'
import { cn } from '../../_components/cn'
import { OpeningProvider } from './opening-context'

/** The queue beside the ticket; on a narrow screen one of the two. */
export function TicketPanes({ queue, children }: { queue: ReactNode; children: ReactNode }) {
  const isOpen = useSelectedLayoutSegment() !== null
  return (
    <OpeningProvider>
      <div className="flex h-full min-h-0">
        <div className={cn('w-80 shrink-0 border-r bg-pane max-md:w-full max-md:border-r-0', isOpen && 'max-md:hidden')}>{queue}</div>
        <div className={cn('min-w-0 grow', !isOpen && 'max-md:hidden')}>{children}</div>
      </div>
    </OpeningProvider>
  )
}
