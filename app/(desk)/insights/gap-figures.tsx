import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import { listGaps } from '@/lib/faq/gaps/list-gaps'
import { gapDays } from './gap-table'
import { Panel } from './panel'

const SHOWN = 6

/** The dearest gaps; grouping their questions takes a while, so they come after the rest. */
export async function GapFigures({ days }: { days: number }) {
  const window = gapDays(days)
  const [t, base, format, { gaps, considered, isCut }] = await Promise.all([
    getTranslations('insights.gaps'),
    getTranslations('insights'),
    getFormatter(),
    listGaps({ days: window }),
  ])
  const title = t('title')
  return (
    <Panel
      title={title}
      source={base(isCut ? 'source.gapsCut' : 'source.gaps', { n: considered, days: window })}
      csvHref={`/insights/csv/gaps?days=${window}`}
      csvLabel={base('csvOf', { name: title })}
      csvWord={base('csv')}
    >
      {gaps.length === 0 ? (
        <p className="text-ink-3 text-sm">{t('none')}</p>
      ) : (
        <div className="flex flex-col gap-2">
          <p className="text-ink-3 text-xs">{t('lead', { n: window })}</p>
          <ul className="border-t">
            {gaps.slice(0, SHOWN).map((gap) => (
              <li key={gap.id} className="border-b">
                <Link
                  href={`/faq/gaps?days=${window}&gap=${gap.id}`}
                  className="flex items-baseline gap-3 py-1.5 text-sm hover:text-accent"
                >
                  <span lang={gap.language} className="min-w-0 grow truncate" title={gap.question}>
                    {gap.question}
                  </span>
                  <span className="shrink-0 text-ink-3 text-xs">{t('questions', { n: gap.questions.length })}</span>
                  <span className="w-16 shrink-0 text-right text-ink-3 text-xs">
                    {t('minutes', { n: format.number(Math.round(gap.minutes)) })}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
          <Link
            href={`/faq/gaps?days=${window}`}
            className="self-start rounded-sm text-ink-2 text-sm underline underline-offset-3 hover:text-ink"
          >
            {t('all')}
          </Link>
        </div>
      )}
    </Panel>
  )
}
