import { useTranslations } from 'next-intl'
import type { ImportCounts } from '@/lib/faq/import/plan-import'
import { cn } from '../../../_components/cn'

const ACTIONS = ['create', 'update', 'unchanged', 'bad'] as const

/** The four things that can become of a row, counted. */
export function PlanCounts({ counts, isDone = false }: { counts: ImportCounts; isDone?: boolean }) {
  const t = useTranslations('faqImport')
  return (
    <dl className="grid grid-cols-4 divide-x rounded-md border bg-pane max-md:grid-cols-2">
      {ACTIONS.map((action) => (
        <div key={action} className="flex flex-col-reverse px-4 py-2.5">
          <dt className="text-ink-2 text-sm">{isDone ? t(`did.${action}`) : t(`would.${action}`)}</dt>
          <dd className={cn('font-semibold text-xl tabular-nums', action === 'bad' && counts.bad > 0 ? 'text-amber' : 'text-ink')}>
            {t('number', { n: counts[action] })}
          </dd>
        </div>
      ))}
    </dl>
  )
}
