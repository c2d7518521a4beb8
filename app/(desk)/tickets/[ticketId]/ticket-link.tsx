'use client'

import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import type { ReactNode } from 'react'
import { queueSearch, readQueueQuery } from '../_queue/queue-query'

/** Leads to another ticket; the queue beside stays as it is, unless the address says what it shows. */
export function TicketLink({ href, className, children }: { href: string; className?: string; children: ReactNode }) {
  const search = queueSearch(readQueueQuery(useSearchParams()))
  return (
    <Link href={href.includes('?') ? href : `${href}${search}`} prefetch={false} className={className}>
      {children}
    </Link>
  )
}
