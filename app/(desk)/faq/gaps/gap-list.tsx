import { CircleCheck } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { GapList as Gaps } from '@/lib/faq/gaps/list-gaps'
import { Button } from '../../../_components/button'
import { cn } from '../../../_components/cn'
import { EmptyState } from '../../../_components/empty-state'
import { LinkWait } from '../../../_components/link-wait'
import { PaneHeader } from '../../../_components/pane'
import { FaqNav } from '../faq-nav'
import { AnsweredGap } from './answered-gap'
import { DismissedGap } from './dismissed-gap'
import { GapRow } from './gap-row'
import { type GapsQuery, gapsHref, PERIODS } from './gaps-query'

type GapListProps = { query: GapsQuery; list: Gaps; openId: string | null; isAdmin: boolean }

export function GapList({ query, list, openId, isAdmin }: GapListProps) {
  const t = useTranslations('faqGaps')
  const { gaps, closed, answered, dismissed, considered, isCut, more } = list
  return (
    <section aria-label={t('list')} className="flex h-full flex-col">
      <PaneHeader>
        <FaqNav current="gaps" />
        <span className="grow" />
        <nav aria-label={t('window')} className="-mr-1.5 flex">
          {PERIODS.map((days) => (
            <Link
              key={days}
              href={gapsHref({ ...query, days })}
              title={t('days', { n: days })}
              aria-current={days === query.days ? 'true' : undefined}
              className={cn(
                'relative whitespace-nowrap rounded-md px-2 py-1 text-sm transition-colors',
                days === query.days ? 'bg-sunk font-medium text-ink' : 'text-ink-3 hover:text-ink',
              )}
            >
              {t('daysShort', { n: days })}
              <LinkWait edge="bottom" />
            </Link>
          ))}
        </nav>
      </PaneHeader>
      {gaps.length > 0 && <p className="shrink-0 border-b px-3.5 py-2 text-ink-3 text-xs">{t('formula')}</p>}
      <div className="pane-scroll flex grow flex-col">
        {gaps.length === 0 && (
          <EmptyState
            icon={<CircleCheck />}
            title={t('empty.title')}
            action={
              // Where there is room, it stands beside the list (page.tsx).
              <Button asChild className="md:hidden">
                <Link href="/faq/try">{t('ahead.action')}</Link>
              </Button>
            }
          >
            {t('empty.body', { n: query.days })}
          </EmptyState>
        )}
        <ul>
          {gaps.map((gap) => (
            <GapRow key={gap.id} gap={gap} href={gapsHref({ ...query, gap: gap.id })} isOpen={gap.id === openId} />
          ))}
        </ul>
        <div className="flex flex-col gap-1 px-3.5 py-3 text-ink-3 text-xs empty:hidden">
          {more > 0 && <p>{t('moreGroups', { n: more })}</p>}
          {isCut && <p>{t('cut', { n: considered })}</p>}
          {closed > 0 && (
            <details>
              <summary className="rounded-sm marker:text-ink-3">{t('closed', { n: closed })}</summary>
              <ul className="mt-1">
                {answered.map((gap) => (
                  <AnsweredGap key={gap.suggestionIds[0]} gap={gap} />
                ))}
              </ul>
              {closed > answered.length && <p>{t('closedMore', { n: closed - answered.length })}</p>}
            </details>
          )}
          {dismissed.length > 0 && (
            <details>
              <summary className="disclosure rounded-sm">{t('dismissed', { n: dismissed.length })}</summary>
              <ul className="mt-1">
                {dismissed.map((gap) => (
                  <DismissedGap key={gap.decisionId} gap={gap} isAdmin={isAdmin} />
                ))}
              </ul>
            </details>
          )}
        </div>
      </div>
    </section>
  )
}
