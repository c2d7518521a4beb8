import { useFormatter, useTranslations } from 'next-intl'
import type { ApiField, Limits } from '@/lib/openapi/list-fields'
import { cn } from '../../../_components/cn'

type FieldTableProps = {
  caption: string
  fields: (ApiField & { note?: string })[]
  /** The caption stands above it already, in other words. */
  isHidden?: boolean
}

/** Fields with their types, whether they must be there, and their limits. */
export function FieldTable({ caption, fields, isHidden }: FieldTableProps) {
  const t = useTranslations('api')
  const format = useFormatter()
  const limit = ({ of, min, max }: Limits) => {
    const bounds = min !== null && min > 0 && max !== null ? 'between' : max !== null ? 'most' : 'least'
    return t(`limits.${of}.${bounds}`, { min: format.number(min ?? 0), max: format.number(max ?? 0) })
  }
  const facts = ({ note, isRequired, limits, byDefault }: ApiField & { note?: string }) =>
    [note, isRequired && t('required'), limits && limit(limits), byDefault !== null && t('default', { value: byDefault })]
      .filter(Boolean)
      .join(' · ')
  return (
    <table className="w-full table-fixed text-sm">
      <caption className={cn('mb-1 text-left font-medium text-ink-2', isHidden && 'sr-only')}>{caption}</caption>
      <colgroup>
        <col className="w-2/5" />
        <col className="w-1/4" />
        <col />
      </colgroup>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t('columns.name')}</th>
          <th scope="col">{t('columns.type')}</th>
          <th scope="col">{t('columns.facts')}</th>
        </tr>
      </thead>
      <tbody className="border-t">
        {fields.map((field) => (
          <tr key={`${field.note ?? ''} ${field.name}`} className="border-b align-baseline [&>*]:py-1 [&>*]:pr-3">
            <th scope="row" className="wrap-anywhere text-left font-mono font-normal text-ink text-xs">
              {field.name}
            </th>
            <td className="wrap-anywhere font-mono text-ink-2 text-xs">{field.type}</td>
            <td className="wrap-anywhere text-ink-3 text-xs">{facts(field)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
