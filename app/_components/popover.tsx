'use client'

import { Popover as Parts } from 'radix-ui'
import type { ComponentProps } from 'react'
import { cn } from './cn'
import { keepFocus } from './keep-focus'

export const Popover = Parts.Root
export const PopoverTrigger = Parts.Trigger
export const PopoverAnchor = Parts.Anchor
export const PopoverClose = Parts.Close

export function PopoverContent({ className, sideOffset = 6, ...props }: ComponentProps<typeof Parts.Content>) {
  return (
    <Parts.Portal>
      <Parts.Content
        sideOffset={sideOffset}
        collisionPadding={8}
        onCloseAutoFocus={keepFocus}
        className={cn(
          'float-in z-40 w-80 max-w-[calc(100vw-1rem)] rounded-md border border-line-strong bg-pane p-3 text-ink shadow-float focus-visible:outline-none',
          className,
        )}
        {...props}
      />
    </Parts.Portal>
  )
}
