import Link from 'next/link'
import { useFormatter, useTimeZone, useTranslations } from 'next-intl'
import type { PlannedChange } from '@/lib/faq/import/describe-plan'
import { IMPORT_FIELDS } from '@/lib/faq/read-import/schema'
import { MOMENT } from '../../../_components/moments'
import { Tag } from '../../../_components/tag'
import { toLocal } from '../local-moment'

/** What would be new, and what would change in which rule. */
export function PlannedChanges({ changes, total }: { changes: PlannedChange[]; total: number }) {
  const t = useTranslations('faqImport')
  const common = useTranslations('common')
  const rules = useTranslations('faq')
  const format = useFormatter()
  const timeZone = useTimeZone() ?? 'UTC'
  const stateOf = (now: PlannedChange['statusNow'], status: PlannedChange['status']) =>
    now === null || now === status
      ? rules(`statuses.${status}`)
      : t('becomes', { from: rules(`statuses.${now}`), to: rules(`statuses.${status}`) })
  const fieldsOf = (matchedBy: PlannedChange['matchedBy'], changed: string[]) => {
    const names = IMPORT_FIELDS.filter((field) => changed.includes(field)).map((field) => t(`field.${field}`))
    return `${matchedBy === 'question' ? `${t('sameQuestion')} ` : ''}${names.join(common('listEnd'))}`
  }
  /** What ends at midnight lasts through the day before. */
  const until = (iso: string) =>
    toLocal(iso, timeZone).endsWith('T00:00')
      ? t('lastDay', { day: format.dateTime(new Date(Date.parse(iso) - 1), { dateStyle: 'medium' }) })
      : t('until', { at: format.dateTime(new Date(iso), MOMENT) })
  return (
    <section aria-label={t('changes')} className="flex flex-col gap-2">
      <h2 className="font-semibold text-base">{t('changes')}</h2>
      <ul className="max-h-96 overflow-y-auto rounded-md border bg-pane text-sm">
        {changes.map(({ number, question, action, ruleId, matchedBy, changed, statusNow, status, validUntil }) => (
          <li key={number} className="flex items-baseline gap-3 border-b px-3 py-1.5 last:border-b-0">
            <span className="w-12 shrink-0 text-ink-3 tabular-nums max-md:w-6">{number}</span>
            <Tag className="shrink-0">{t(`action.${action}`)}</Tag>
            <div className="min-w-0 grow">
              <p className="truncate">
                {ruleId ? (
                  <Link href={`/faq?rule=${ruleId}`} target="_blank" className="hover:underline">
                    {question}
                  </Link>
                ) : (
                  question
                )}
              </p>
              {(action === 'update' || validUntil) && (
                <p className="text-ink-3 text-xs">
                  {[
                    action === 'update' && `${stateOf(statusNow, status)} · ${fieldsOf(matchedBy, changed)}`,
                    validUntil && until(validUntil),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              )}
            </div>
            {action === 'create' && <span className="shrink-0 text-ink-3">{stateOf(null, status)}</span>}
          </li>
        ))}
      </ul>
      {total > changes.length && <p className="text-ink-3 text-sm">{t('moreRows', { n: total - changes.length })}</p>}
    </section>
  )
}
