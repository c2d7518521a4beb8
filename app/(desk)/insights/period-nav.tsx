import Form from 'next/form'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { PERIOD_DAYS, type Period, periodSearch } from '@/lib/insights/period'
import { Button } from '../../_components/button'
import { cn } from '../../_components/cn'
import { Input } from '../../_components/input'
import { LinkWait } from '../../_components/link-wait'

/** Which days are counted. It stands in the URL, so that a page can be passed on. */
export function PeriodNav({ period, today }: { period: Period; today: string }) {
  const t = useTranslations('insights')
  const isShown = (days: number) => !period.isCustom && period.days === days
  return (
    <nav aria-label={t('period')} className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <div className="flex">
        {PERIOD_DAYS.map((days) => (
          <Link
            key={days}
            href={`/insights${periodSearch({ days, from: null, to: null })}`}
            title={t('days', { n: days })}
            aria-current={isShown(days) ? 'true' : undefined}
            className={cn(
              'relative whitespace-nowrap rounded-md px-2 py-1 text-sm transition-colors',
              isShown(days) ? 'bg-sunk font-medium text-ink' : 'text-ink-3 hover:text-ink',
            )}
          >
            {t('daysShort', { n: days })}
            <LinkWait edge="bottom" />
          </Link>
        ))}
      </div>
      <Form action="/insights" className="flex items-center gap-1.5" key={`${period.from} ${period.to}`}>
        <Input
          type="date"
          name="from"
          aria-label={t('from')}
          defaultValue={period.from}
          max={today}
          required
          className="h-7 w-34 px-2 text-sm"
        />
        <span aria-hidden="true" className="text-ink-3">
          –
        </span>
        <Input type="date" name="to" aria-label={t('to')} defaultValue={period.to} max={today} required className="h-7 w-34 px-2 text-sm" />
        <Button type="submit" size="small" variant={period.isCustom ? 'plain' : 'quiet'}>
          {t('show')}
        </Button>
      </Form>
    </nav>
  )
}
