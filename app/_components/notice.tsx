import { CircleAlert, CircleCheck, Info } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from './cn'

const KINDS = {
  error: { className: 'bg-red-bg text-red', Icon: CircleAlert },
  warning: { className: 'bg-amber-bg text-amber', Icon: CircleAlert },
  done: { className: 'bg-teal-bg text-teal', Icon: CircleCheck },
  info: { className: 'bg-sunk text-ink-2', Icon: Info },
}

/** One line about what happened and what to do; read aloud when it appears. */
export function Notice({ kind, className, children }: { kind: keyof typeof KINDS; className?: string; children: ReactNode }) {
  const { className: colours, Icon } = KINDS[kind]
  return (
    <div
      role={kind === 'error' ? 'alert' : 'status'}
      className={cn('flex items-start gap-2 rounded-md px-3 py-2 text-sm', colours, className)}
    >
      <Icon className="mt-px size-4 shrink-0" />
      <div className="min-w-0 grow">{children}</div>
    </div>
  )
}
