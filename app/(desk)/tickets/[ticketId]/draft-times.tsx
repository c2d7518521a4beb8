'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { DraftTimings } from '@/lib/suggestions/read-timings'
import { cn } from '../../../_components/cn'

/** Told apart by their order and their lightness; the words beside them say the same. */
const SHADES = { queue: 'bg-control', search: 'bg-sky', firstWord: 'bg-accent/60', writing: 'bg-accent', rest: 'bg-ink-3/40' } as const
const STEPS = ['queue', 'search', 'firstWord', 'writing', 'rest'] as const
/** A rest that no figure here would show. */
const MIN_REST_MS = 50

/** Where the time of a draft went: one bar, and the same in figures. */
export function DraftTimes({ timings }: { timings: DraftTimings }) {
  const t = useTranslations('assistant.draft')
  const seconds = useSeconds()
  // A reply without a model has no first word: all of it is making.
  const steps = STEPS.filter((step) => timings[step] !== null && (step !== 'rest' || timings[step] >= MIN_REST_MS)).map((step) => ({
    step,
    ms: timings[step] ?? 0,
    name: step === 'writing' && timings.firstWord === null ? t('making') : t(step),
  }))
  const whole = steps.reduce((sum, { ms }) => sum + ms, 0)
  if (steps.length === 0) return null
  return (
    <figure aria-label={t('timings')} className="mt-2">
      <div aria-hidden="true" className="flex h-[3px] gap-px overflow-hidden rounded-full bg-line">
        {whole > 0 && steps.map(({ step, ms }) => <div key={step} className={SHADES[step]} style={{ width: `${(100 * ms) / whole}%` }} />)}
      </div>
      <dl className="mt-1 flex flex-wrap gap-x-3 text-xs">
        {steps.map(({ step, ms, name }) => (
          <div key={step} className="flex items-center gap-1">
            <span aria-hidden="true" className={cn('size-1.5 rounded-full', SHADES[step])} />
            <dt className="text-ink-3">{name}</dt>
            <dd className="text-ink-2">{seconds(ms)}</dd>
          </div>
        ))}
        {timings.total !== null && (
          <div className="flex items-center gap-1">
            <dt className="text-ink-3">{t('total')}</dt>
            <dd className="text-ink-2">{seconds(timings.total)}</dd>
          </div>
        )}
      </dl>
    </figure>
  )
}

/** Milliseconds as a person reads them. */
export function useSeconds(): (ms: number) => string {
  const t = useTranslations('ticket.draft')
  const format = useFormatter()
  return (ms) =>
    ms < 1_000
      ? t('ms', { n: Math.round(ms) })
      : t('seconds', { seconds: format.number(ms / 1_000, { minimumFractionDigits: 1, maximumFractionDigits: 1 }) })
}
