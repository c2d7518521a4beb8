import type { ReactNode } from 'react'
import { cn } from '../../_components/cn'
import { CsvLink } from './csv-link'

type PanelProps = {
  title: string
  source?: string
  csvHref?: string
  csvLabel?: string
  csvWord?: string
  tools?: ReactNode
  wide?: boolean
  children: ReactNode
}

/** One thing to know: its name, what can be done with it, the figures, and the rows that they were counted from. */
export function Panel({ title, source, csvHref, csvLabel, csvWord, tools, wide, children }: PanelProps) {
  return (
    <section aria-label={title} className={cn('flex min-w-0 flex-col border-b py-5', wide && 'col-span-full')}>
      <header className="mb-3 flex min-h-7 items-center gap-2">
        <h2 className="min-w-0 grow font-semibold text-base">{title}</h2>
        {tools}
        {csvHref && <CsvLink href={csvHref} label={csvLabel} word={csvWord} />}
      </header>
      <div className="min-w-0 grow">{children}</div>
      {source && <p className="mt-3 text-ink-3 text-xs">{source}</p>}
    </section>
  )
}
