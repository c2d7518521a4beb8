'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { ReplayedTicket } from '@/lib/faq/check/replay-change'
import { Button } from '../../../_components/button'
import { MOMENT } from '../../../_components/moments'
import { Notice } from '../../../_components/notice'
import { ReplayRow } from './replay-row'
import { type Change, useReplay } from './use-replay'

// As the server has them; lib/faq/check/replay-change.ts and redraft-change.ts cannot be imported into a browser.
const REPLAYED_TICKETS = 200
const MAX_REDRAFTS = 20
const KINDS = ['closed', 'lost', 'other', 'reworded'] as const

/** What the change would have done to the latest tickets. */
export function ReplayPanel({ change }: { change: Change }) {
  const t = useTranslations('faqCheck.replay')
  const errors = useTranslations('errors')
  const format = useFormatter()
  const { replay, drafts, drafted, progress, problem, isRunning, isStale, run, draft, stop } = useReplay(change)
  const items = replay?.items ?? []
  // Those that were not drafted yet, so many at a time: a model takes seconds for each.
  const next = items
    .filter((item) => !drafts[item.ticketId])
    .slice(0, MAX_REDRAFTS)
    .map((item) => item.ticketId)
  return (
    <div className="flex flex-col gap-2.5">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5">
        <Button size="small" aria-disabled={isRunning} onClick={() => !isRunning && void run()}>
          {replay ? t('again') : t('run', { n: REPLAYED_TICKETS })}
        </Button>
        {next.length > 0 && !isStale && (
          <Button size="small" aria-disabled={isRunning} onClick={() => !isRunning && void draft(next)}>
            {t(Object.keys(drafts).length > 0 ? 'draftMore' : 'draft', { n: next.length })}
          </Button>
        )}
        {isRunning && (
          <Button size="small" variant="quiet" onClick={stop}>
            {t('stop')}
          </Button>
        )}
        <span role="status" className="text-ink-3 text-sm">
          {isRunning && progress
            ? t(drafted ? 'drafting' : 'progress', progress)
            : replay && <Summary total={replay.total} items={items} />}
        </span>
      </div>
      {!replay && !isRunning && <p className="text-ink-3 text-xs">{t('lead', { n: REPLAYED_TICKETS })}</p>}
      {change.rule.status !== 'published' && <p className="text-ink-3 text-xs">{t('gone')}</p>}
      {replay?.from && !isStale && (
        <p className="text-ink-3 text-xs">{t('from', { at: format.dateTime(new Date(replay.from), MOMENT) })}</p>
      )}
      {problem && <Notice kind="error">{errors(problem.code)}</Notice>}
      {isStale && <Notice kind="info">{t('stale')}</Notice>}
      {items.length > 0 && (
        <ol className="border-t">
          {items.map((item) => (
            <ReplayRow
              key={item.ticketId}
              item={item}
              ruleId={change.ruleId}
              draft={drafts[item.ticketId]}
              isDrafting={isRunning && drafted?.includes(item.ticketId) === true}
            />
          ))}
        </ol>
      )}
    </div>
  )
}

function Summary({ total, items }: { total: number; items: ReplayedTicket[] }) {
  const t = useTranslations('faqCheck.replay')
  if (total === 0) return t('empty')
  if (items.length === 0) return t('none', { total })
  const counts = KINDS.map((kind) => [kind, items.filter((item) => item.kind === kind).length] as const).filter(([, n]) => n > 0)
  return [t('summary', { n: items.length, total }), ...counts.map(([kind, n]) => t(`counts.${kind}`, { n }))].join(' · ')
}
