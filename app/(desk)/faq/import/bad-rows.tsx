import { useTranslations } from 'next-intl'
import type { BadRow } from '@/lib/faq/import/apply-import'

/** The rows that are not right, each with what is wrong, by the number it has in the file. */
export function BadRows({ rows, total }: { rows: BadRow[]; total: number }) {
  const t = useTranslations('faqImport')
  return (
    <section aria-label={t('badRows')} className="flex flex-col gap-2">
      <h2 className="font-semibold text-base">{t('badRows')}</h2>
      <div className="max-h-96 overflow-y-auto rounded-md border bg-pane">
        <table className="w-full text-left text-sm">
          <thead className="sticky top-0 bg-pane text-ink-3">
            <tr className="border-b">
              <th className="w-20 px-3 py-1.5 font-normal">{t('row')}</th>
              <th className="px-3 py-1.5 font-normal">{t('field.question')}</th>
              <th className="px-3 py-1.5 font-normal">{t('wrong')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.number} className="border-b align-top last:border-b-0">
                <td className="px-3 py-1.5 text-ink-2 tabular-nums">{row.number}</td>
                <td className="max-w-64 truncate px-3 py-1.5">{row.question || <span className="text-ink-3">{t('noQuestion')}</span>}</td>
                <td className="px-3 py-1.5">
                  <ul>
                    {row.problems.map(({ field, kind, row: first }) => (
                      <li key={`${field}-${kind}`}>
                        {field && <span className="text-ink-2">{t('fieldColon', { field: t(`field.${field}`) })}</span>}
                        {t(`problem.${kind}`, { row: first ?? 0 })}
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {total > rows.length && <p className="text-ink-3 text-sm">{t('moreRows', { n: total - rows.length })}</p>}
    </section>
  )
}
