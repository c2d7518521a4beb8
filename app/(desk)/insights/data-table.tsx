import type { ReactNode } from 'react'
import type { Table } from '@/lib/insights/table'
import { cn } from '../../_components/cn'
import { useFigure } from './use-figure'

type DataTableProps = {
  table: Table
  caption: string
  /** What the first cell of a row shows instead of its text. */
  head?: (row: number) => ReactNode
  /** A last column that draws what the figures say; a slim one where the first column is a sentence. */
  bar?: { label: string; isSlim?: boolean; of: (row: number) => ReactNode }
}

/** Figures to read one by one. */
export function DataTable({ table: { columns, rows }, caption, head, bar }: DataTableProps) {
  const { show } = useFigure()
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b text-ink-3 max-md:whitespace-nowrap [&>th]:py-1.5 [&>th]:font-normal [&>th]:leading-4 [&:lang(zh)]:break-keep">
            {columns.map(({ label, kind }, index) => (
              <th
                key={label}
                scope="col"
                className={cn('align-bottom', isWords(kind) ? 'text-left' : 'pl-3 text-right', index > 0 && isWords(kind) && 'pl-3')}
              >
                {label}
              </th>
            ))}
            {bar && (
              <th scope="col" className={cn('pl-4 max-md:hidden', bar.isSlim ? 'w-1/4' : 'w-2/5')}>
                <span className="sr-only">{bar.label}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // Rows have no identity of their own, and stand where their figures put them.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <tr key={at} className="border-b last:border-0 [&>*]:py-1.5">
              {row.map((cell, index) => {
                const { label = '', kind = 'text' } = columns[index] ?? {}
                if (index === 0) {
                  return (
                    <th key={label} scope="row" className="max-w-md text-left font-normal max-md:min-w-32">
                      {head?.(at) || show(cell, kind)}
                    </th>
                  )
                }
                return (
                  <td key={label} className={cn('whitespace-nowrap pl-3', !isWords(kind) && 'text-right')}>
                    {show(cell, kind)}
                  </td>
                )
              })}
              {bar && <td className="pl-4 align-middle max-md:hidden">{bar.of(at)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function isWords(kind: string): boolean {
  return kind === 'text' || kind === 'day'
}
