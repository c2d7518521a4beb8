import type { ComponentProps } from 'react'
import { cn } from './cn'

/** A key as it stands on the keyboard. */
export function Kbd({ className, ...props }: ComponentProps<'kbd'>) {
  return (
    <kbd
      className={cn(
        'inline-block min-w-4.5 rounded-sm border border-line-strong bg-pane px-1 text-center font-medium font-mono text-2xs text-ink-3',
        className,
      )}
      {...props}
    />
  )
}
