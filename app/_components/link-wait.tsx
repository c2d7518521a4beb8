'use client'

import { useLinkStatus } from 'next/link'
import { cn } from './cn'

const EDGES = { left: 'inset-y-0 left-0 w-0.75', bottom: 'inset-x-0 bottom-0 h-0.5' }

/** In a link within something `relative`: a stroke at its edge while what it leads to is slow to come; what is quick shows nothing. */
export function LinkWait({ edge = 'left' }: { edge?: keyof typeof EDGES }) {
  const { pending } = useLinkStatus()
  return pending && <span aria-hidden className={cn('late-in absolute bg-accent', EDGES[edge])} />
}
