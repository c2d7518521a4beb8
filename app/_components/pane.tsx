import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn'

/** The 44 px bar above a pane: what one is looking at, then what one can do with it. */
export function PaneHeader({
  title,
  count,
  children,
  className,
  ...props
}: { title?: ReactNode; count?: ReactNode } & Omit<ComponentProps<'header'>, 'title'>) {
  return (
    <header className={cn('flex h-11 shrink-0 items-center gap-2 border-b bg-pane px-3.5', className)} {...props}>
      {title !== undefined && <h1 className="min-w-0 truncate font-semibold text-base">{title}</h1>}
      {count !== undefined && <span className="shrink-0 text-ink-3 text-sm">{count}</span>}
      {children}
    </header>
  )
}

/** A part of a pane, divided from the next by a hairline. */
export function Section({
  title,
  aside,
  className,
  children,
}: {
  title: ReactNode
  aside?: ReactNode
  className?: string
  children: ReactNode
}) {
  return (
    <section className={cn('border-b px-4 py-3.5', className)}>
      <h2 className="mb-2 flex items-baseline justify-between gap-2 font-semibold text-[12.5px] text-ink-2 leading-4.5">
        {title}
        {aside !== undefined && <span className="font-normal text-ink-3">{aside}</span>}
      </h2>
      {children}
    </section>
  )
}
