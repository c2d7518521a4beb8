'use client'

import { Tooltip as Parts } from 'radix-ui'
import type { ReactNode } from 'react'
import { Kbd } from './kbd'

type TooltipProps = { label: string; keys?: string; side?: 'top' | 'right' | 'bottom' | 'left'; children: ReactNode }

/** A name for an icon. The icon carries its own `aria-label`; this is for the eye. */
export function Tooltip({ label, keys, side = 'top', children }: TooltipProps) {
  return (
    <Parts.Provider delayDuration={300} skipDelayDuration={200}>
      <Parts.Root>
        <Parts.Trigger asChild>{children}</Parts.Trigger>
        <Parts.Portal>
          <Parts.Content
            side={side}
            sideOffset={6}
            className="float-in z-50 flex items-center gap-2 rounded-md border border-line-strong bg-pane px-2 py-1 text-ink text-xs shadow-float"
          >
            {label}
            {keys && <Kbd>{keys}</Kbd>}
          </Parts.Content>
        </Parts.Portal>
      </Parts.Root>
    </Parts.Provider>
  )
}
