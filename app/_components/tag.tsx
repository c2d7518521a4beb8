import type { ComponentProps } from 'react'
import { cn } from './cn'

export function Tag({ className, ...props }: ComponentProps<'span'>) {
  return <span className={cn('whitespace-nowrap rounded-sm border border-line-strong px-1.5 text-ink-2 text-xs', className)} {...props} />
}
