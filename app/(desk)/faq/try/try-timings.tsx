'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { TryShape } from '@/lib/suggestions/try-shape'
import { Section } from '../../../_components/pane'

/** How long each step took, and what the model was. */
export function TryTimings({ result, searchMs }: { result: TryShape; searchMs: number }) {
  const t = useTranslations('faqTry')
  const format = useFormatter()
  const time = (ms: number) =>
    ms < 1_000
      ? t('ms', { n: format.number(ms, { maximumFractionDigits: ms < 10 ? 1 : 0 }) })
      : t('seconds', { seconds: (ms / 1_000).toFixed(1) })
  const tokens = (n: number | null | undefined) => (n == null ? null : t('tokens', { n: format.number(n) }))
  const rows = [
    ['search', time(searchMs)],
    ['first', result.firstTextMs === null ? null : time(result.firstTextMs)],
    ['total', time(searchMs + result.ms)],
    ['promptTokens', tokens(result.usage?.promptTokens)],
    ['replyTokens', tokens(result.usage?.replyTokens)],
    ['model', result.model],
    ['version', result.promptVersion],
    ['seed', result.seed],
  ] as const
  return (
    <Section title={t('timings')}>
      <dl className="grid grid-cols-4 gap-x-6 gap-y-2.5 text-sm max-lg:grid-cols-2">
        {rows.map(
          ([name, value]) =>
            value !== null && (
              <div key={name} className="min-w-0">
                <dt className="text-ink-3 text-xs">{t(`timing.${name}`)}</dt>
                <dd className="truncate" title={String(value)}>
                  {value}
                </dd>
              </div>
            ),
        )}
      </dl>
    </Section>
  )
}
