'use client'

import { Clock, ClockAlert } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { cn } from '../../../_components/cn'
import { MOMENT } from '../../../_components/moments'
import { useSpan } from './short-time'
import { useClock } from './use-clock'

/** Less than this is left: worth a look now. */
const SOON_MS = 30 * 60_000

/** Overdue is red and says so; soon is amber and says how long. */
function tone(left: number): string {
  return left < 0 ? 'text-red' : left < SOON_MS ? 'text-amber' : 'text-ink-3'
}

/** What is left of a ticket's time, as short as a row of the queue needs it: 剩 18 分, 超时 6 分. */
export function DueTime({ at }: { at: number }) {
  const t = useTranslations('due')
  const format = useFormatter()
  const span = useSpan()
  const left = at - useClock()
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={t('dueAt', { when: format.dateTime(at, MOMENT) })}
      className={cn(tone(left), left < 0 && 'font-medium')}
    >
      {t(left < 0 ? 'over' : 'left', { span: span(Math.abs(left)) })}
    </time>
  )
}

type DueMarkProps = { firstResponseDueAt: number | null; resolutionDueAt: number | null }

/** The timer of a ticket that runs out first, with its name where its container has room: 首次响应剩 18 分. Nothing while none runs. */
export function DueMark({ firstResponseDueAt, resolutionDueAt }: DueMarkProps) {
  const t = useTranslations('due')
  const format = useFormatter()
  const span = useSpan()
  const now = useClock()
  const due = [
    { kind: 'firstResponse' as const, at: firstResponseDueAt },
    { kind: 'resolution' as const, at: resolutionDueAt },
  ].flatMap(({ kind, at }) => (at === null ? [] : [{ kind, at }]))
  const [first] = due.sort((a, b) => a.at - b.at)
  if (!first) return null
  const left = first.at - now
  const Icon = left < 0 ? ClockAlert : Clock
  const whole = due.map(({ kind, at }) => `${t(kind)} ${format.dateTime(at, MOMENT)}`).join('\n')
  return (
    <span title={whole} className={cn('flex shrink-0 items-center gap-1 whitespace-nowrap text-xs', tone(left), left < 0 && 'font-medium')}>
      <Icon aria-hidden className="size-3.5" />
      <span className="@max-[36rem]:hidden">
        {t(left < 0 ? 'nameOver' : 'nameLeft', { name: t(first.kind), span: span(Math.abs(left)) })}
      </span>
      <span className="@min-[36rem]:hidden">
        <span className="sr-only">{t(first.kind)} </span>
        {t(left < 0 ? 'over' : 'left', { span: span(Math.abs(left)) })}
      </span>
    </span>
  )
}
