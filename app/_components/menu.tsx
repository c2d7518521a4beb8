'use client'

import { Check } from 'lucide-react'
import { DropdownMenu as Parts } from 'radix-ui'
import type { ComponentProps } from 'react'
import { cn } from './cn'

const item =
  'flex h-8 select-none items-center gap-2 rounded-sm px-2 text-sm text-ink outline-none data-[highlighted]:bg-sunk data-[disabled]:text-ink-3 [&_svg]:size-4 [&_svg]:text-ink-3'

// Not modal: the page behind stays reachable, and no style element has to be injected to lock its scroll.
export function Menu(props: ComponentProps<typeof Parts.Root>) {
  return <Parts.Root modal={false} {...props} />
}

export const MenuTrigger = Parts.Trigger
export const MenuRadioGroup = Parts.RadioGroup

export function MenuContent({ className, ...props }: ComponentProps<typeof Parts.Content>) {
  return (
    <Parts.Portal>
      <Parts.Content
        sideOffset={6}
        collisionPadding={8}
        className={cn('float-in z-50 min-w-48 rounded-md border border-line-strong bg-pane p-1 shadow-float', className)}
        {...props}
      />
    </Parts.Portal>
  )
}

export function MenuItem({ className, ...props }: ComponentProps<typeof Parts.Item>) {
  return <Parts.Item className={cn(item, className)} {...props} />
}

export function MenuRadioItem({ className, children, ...props }: ComponentProps<typeof Parts.RadioItem>) {
  return (
    <Parts.RadioItem className={cn(item, className)} {...props}>
      <span className="grid size-4 place-items-center">
        <Parts.ItemIndicator>
          <Check />
        </Parts.ItemIndicator>
      </span>
      {children}
    </Parts.RadioItem>
  )
}

export function MenuLabel({ className, ...props }: ComponentProps<typeof Parts.Label>) {
  return <Parts.Label className={cn('px-2 pt-1.5 pb-1 text-ink-3 text-xs', className)} {...props} />
}

export function MenuSeparator() {
  return <Parts.Separator className="-mx-1 my-1 h-px bg-line" />
}
