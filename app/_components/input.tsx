import type { ComponentProps } from 'react'
import { cn } from './cn'

const box =
  'w-full rounded-md border border-control bg-pane px-2.5 text-base text-ink transition-colors hover:border-ink-3 focus-visible:border-accent focus-visible:outline-1 focus-visible:outline-offset-0 disabled:bg-sunk disabled:text-ink-2 aria-invalid:border-red'

export function Input({ className, ...props }: ComponentProps<'input'>) {
  return <input className={cn(box, 'h-8 read-only:bg-sunk', className)} {...props} />
}

export function Textarea({ className, ...props }: ComponentProps<'textarea'>) {
  return <textarea className={cn(box, 'block resize-y py-1.5 read-only:bg-sunk', className)} {...props} />
}

/** The browser's own list: it works with every keyboard, reader and phone. */
export function Select({ className, ...props }: ComponentProps<'select'>) {
  return <select className={cn(box, 'h-8 pr-1', className)} {...props} />
}
