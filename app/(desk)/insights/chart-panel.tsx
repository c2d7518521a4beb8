'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import type { Table } from '@/lib/insights/table'
import { cn } from '../../_components/cn'
import { DataTable } from './data-table'
import { Panel } from './panel'

type ChartPanelProps = { title: string; source: string; csvHref: string; table: Table; children: ReactNode; wide?: boolean }

/** A chart that can also be read as a table. */
export function ChartPanel({ title, table, csvHref, children, ...rest }: ChartPanelProps) {
  const t = useTranslations('insights')
  const [isTable, setTable] = useState(false)
  const view = (label: string, is: boolean) => (
    <button
      type="button"
      aria-pressed={isTable === is}
      onClick={() => setTable(is)}
      className={cn(
        'rounded-sm px-2 py-0.5 text-xs transition-colors',
        isTable === is ? 'bg-sunk font-medium text-ink' : 'text-ink-3 hover:text-ink',
      )}
    >
      {label}
    </button>
  )
  return (
    <Panel
      title={title}
      csvHref={csvHref}
      csvLabel={t('csvOf', { name: title })}
      csvWord={t('csv')}
      tools={
        <fieldset className="flex">
          <legend className="sr-only">{t('viewOf', { name: title })}</legend>
          {view(t('chart'), false)}
          {view(t('table'), true)}
        </fieldset>
      }
      {...rest}
    >
      {isTable ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, which the keyboard must be able to do
        <section aria-label={title} className="pane-scroll max-h-72" tabIndex={0}>
          <DataTable table={table} caption={title} />
        </section>
      ) : (
        children
      )}
    </Panel>
  )
}
