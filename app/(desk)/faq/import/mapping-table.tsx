'use client'

import { useTranslations } from 'next-intl'
import type { DescribedPlan } from '@/lib/faq/import/describe-plan'
import { type ColumnMapping, IMPORT_FIELDS } from '@/lib/faq/read-import/schema'
import { Select } from '../../../_components/input'

type MappingTableProps = { columns: DescribedPlan['columns']; onChange: (mapping: ColumnMapping) => void }

/** What each column of the file is. A field taken for another column is given up by the first. */
export function MappingTable({ columns, onChange }: MappingTableProps) {
  const t = useTranslations('faqImport')
  const choose = (at: number, text: string) => {
    const field = IMPORT_FIELDS.find((candidate) => candidate === text) ?? null
    onChange(columns.map((column, index) => (index === at ? field : column.field === field ? null : column.field)))
  }
  return (
    <section aria-label={t('columns')} className="flex flex-col gap-2">
      <h2 className="font-semibold text-base">{t('columns')}</h2>
      <div className="rounded-md border bg-pane">
        <table className="w-full table-fixed text-left text-sm">
          <thead className="text-ink-3">
            <tr className="border-b">
              <th className="w-1/4 px-3 py-1.5 font-normal">{t('inFile')}</th>
              <th className="px-3 py-1.5 font-normal">{t('sample')}</th>
              <th className="w-48 px-3 py-1.5 font-normal max-md:w-36">{t('is')}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ name, field, samples }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place; two may bear one name
              <tr key={at} className="border-b last:border-b-0">
                <td className="truncate px-3 py-1 font-medium">{name || t('unnamed', { n: at + 1 })}</td>
                <td className="truncate px-3 py-1 text-ink-3">{samples.join(' · ')}</td>
                <td className="px-3 py-1">
                  <Select
                    aria-label={t('columnIs', { column: name || t('unnamed', { n: at + 1 }) })}
                    className="h-7 text-sm"
                    value={field ?? ''}
                    onChange={(event) => choose(at, event.target.value)}
                  >
                    <option value="">{t('leftOut')}</option>
                    {IMPORT_FIELDS.map((candidate) => (
                      <option key={candidate} value={candidate}>
                        {t(`field.${candidate}`)}
                      </option>
                    ))}
                  </Select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
