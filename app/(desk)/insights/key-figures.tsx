import { useTranslations } from 'next-intl'
import { countDecided } from '@/lib/insights/decided'
import type { Insights, Totals } from '@/lib/insights/read-insights'
import type { ColumnKind } from '@/lib/insights/table'
import { CsvLink } from './csv-link'
import { share } from './tables'
import { useFigure } from './use-figure'

type Figure = { label: string; kind: ColumnKind; now: number | null; before: number | null; hint: string }

/** What one looks at first, each beside the period before. */
export function KeyFigures({ insights: { now, before, firstReplies, rows }, csvHref }: { insights: Insights; csvHref: string }) {
  const t = useTranslations('insights.totals')
  const base = useTranslations('insights')
  const { show, change, number } = useFigure()
  const decidedShare = (part: keyof Totals['decided'], of: Totals) => share(of.decided[part], countDecided(of.decided))
  const decidedHint = (part: keyof Totals['decided']) =>
    t('ofDecided', { n: number(now.decided[part]), of: number(countDecided(now.decided)) })
  const figures: Figure[] = [
    { label: t('drafts'), kind: 'count', now: now.drafts, before: before.drafts, hint: '' },
    ...(['sentAsIs', 'edited', 'dismissed'] as const).map((part) => ({
      label: t(part),
      kind: 'share' as const,
      now: decidedShare(part, now),
      before: decidedShare(part, before),
      hint: decidedHint(part),
    })),
    {
      label: t('firstReply'),
      kind: 'ms',
      now: firstReplies.now.medianMs,
      before: firstReplies.before.medianMs,
      hint: t('p90', { value: show(firstReplies.now.p90Ms, 'ms') }),
    },
    {
      label: t('cacheHits'),
      kind: 'share',
      now: share(now.cache.hits, now.cache.looked),
      before: share(before.cache.hits, before.cache.looked),
      hint: t('ofLooked', { n: number(now.cache.hits), of: number(now.cache.looked) }),
    },
    { label: t('saved'), kind: 'minutes', now: now.minutesSaved, before: before.minutesSaved, hint: t('savedHint') },
    {
      label: t('thumbs'),
      kind: 'share',
      now: share(now.thumbs.up, now.thumbs.up + now.thumbs.down),
      before: share(before.thumbs.up, before.thumbs.up + before.thumbs.down),
      hint: t('downs', { down: number(now.thumbs.down), all: number(now.thumbs.up + now.thumbs.down) }),
    },
  ]
  return (
    <section aria-label={t('title')}>
      <dl className="grid grid-cols-8 border-t max-xl:grid-cols-4 max-md:grid-cols-2">
        {figures.map(({ label, kind, now: value, before: earlier, hint }) => (
          <div key={label} className="flex min-w-0 flex-col py-3 pr-4">
            <dt className="text-ink-2 text-xs leading-4">{label}</dt>
            <dd className="mt-1 font-semibold text-xl">{show(value, kind)}</dd>
            <dd className="text-ink-3 text-xs">{hint}</dd>
            <dd className="mt-auto text-ink-3 text-xs">
              {base('before', { value: show(earlier, kind) })}
              {change(value, earlier, kind) && <> · {change(value, earlier, kind)}</>}
            </dd>
          </div>
        ))}
      </dl>
      <div className="flex flex-wrap items-center gap-3 border-b py-2">
        <p className="min-w-0 grow text-ink-3 text-xs">
          {base('source.key', { drafts: rows.suggestions, outcomes: rows.outcomes, tickets: rows.tickets })}
        </p>
        <CsvLink href={csvHref} label={base('csvOf', { name: t('title') })} word={base('csv')} />
      </div>
    </section>
  )
}
