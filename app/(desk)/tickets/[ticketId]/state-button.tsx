'use client'

import type { ComponentProps, ReactNode } from 'react'
import { cn } from '../../../_components/cn'

type StateButtonProps = Omit<ComponentProps<'button'>, 'value'> & { name: string; value: ReactNode; keys: string; isFaint?: boolean }

/** A word of the state. Its name and key are said to whoever does not see them. */
export function StateButton({ name, value, keys, isFaint = false, className, ...props }: StateButtonProps) {
  return (
    <button
      type="button"
      aria-keyshortcuts={keys}
      title={`${name} · ${keys.toUpperCase()}`}
      className={cn(
        'flex h-7 min-w-0 shrink-0 items-center gap-1.5 whitespace-nowrap rounded-md px-2 transition-colors hover:bg-sunk focus-visible:-outline-offset-2 data-[state=open]:bg-sunk [&_svg]:size-3.5',
        isFaint ? 'text-ink-3' : 'text-ink-2',
        className,
      )}
      {...props}
    >
      <span className="sr-only">{name}: </span>
      {typeof value === 'string' ? <span className="max-w-40 truncate">{value}</span> : value}
    </button>
  )
}
