import { ChartColumn } from 'lucide-react'
import Link from 'next/link'
import { getFormatter, getTimeZone, getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { requireAgent } from '@/lib/auth/require-agent'
import { dayIn, periodQuerySchema, resolvePeriod } from '@/lib/insights/period'
import { type Insights, readInsights } from '@/lib/insights/read-insights'
import { Button } from '../../_components/button'
import { EmptyState } from '../../_components/empty-state'
import { PaneHeader } from '../../_components/pane'
import { Figures } from './figures'
import { GapFigures } from './gap-figures'
import { Panel } from './panel'
import { PeriodNav } from './period-nav'

export async function generateMetadata() {
  return { title: (await getTranslations('insights'))('title') }
}

type InsightsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function InsightsPage({ searchParams }: InsightsPageProps) {
  const agent = await requireAgent()
  const zone = await getTimeZone()
  const period = resolvePeriod(periodQuerySchema.parse(await searchParams), { zone })
  const [insights, t, gaps] = await Promise.all([
    readInsights(agent, period),
    getTranslations('insights'),
    getTranslations('insights.gaps'),
  ])
  return (
    <section aria-label={t('title')} className="flex h-full flex-col bg-bg">
      <PaneHeader title={t('title')} className="h-auto min-h-11 flex-wrap py-1.5">
        <span className="grow" />
        <PeriodNav period={period} today={dayIn(zone, new Date())} />
      </PaneHeader>
      <div className="pane-scroll flex grow flex-col">
        {isEmpty(insights) ? (
          <NoFigures insights={insights} isAdmin={agent.role === 'admin'} />
        ) : (
          <Figures
            insights={insights}
            isAdmin={agent.role === 'admin'}
            gaps={
              <Suspense
                fallback={
                  <Panel title={gaps('title')}>
                    <p className="late-in text-ink-3 text-sm">{gaps('loading')}</p>
                  </Panel>
                }
              >
                <GapFigures days={period.days} />
              </Suspense>
            }
          />
        )}
      </div>
    </section>
  )
}

function isEmpty({ rows }: Insights): boolean {
  return rows.suggestions === 0 && rows.tickets === 0
}

/** A fresh installation has nothing to count, and a period may have been quiet. */
async function NoFigures({ insights: { before, firstReplies, period }, isAdmin }: { insights: Insights; isAdmin: boolean }) {
  const [t, format] = await Promise.all([getTranslations('insights'), getFormatter()])
  const day = (text: string) => format.dateTime(new Date(`${text}T00:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' })
  const isFresh = !period.isCustom && before.drafts === 0 && firstReplies.before.tickets === 0
  return (
    <EmptyState
      icon={<ChartColumn />}
      title={t(isFresh ? 'empty.title' : 'emptyPeriod.title')}
      action={
        isFresh ? (
          isAdmin && (
            <Button asChild>
              <Link href="/settings/channels">{t('empty.action')}</Link>
            </Button>
          )
        ) : (
          <Button asChild>
            <Link href="/insights?days=90">{t('emptyPeriod.action')}</Link>
          </Button>
        )
      }
    >
      {isFresh ? t('empty.body') : t('emptyPeriod.body', { from: day(period.from), to: day(period.to) })}
    </EmptyState>
  )
}
