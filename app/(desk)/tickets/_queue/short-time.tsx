'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { MOMENT } from '../../../_components/moments'
import { useClock } from './use-clock'

const MINUTE_MS = 60_000
const HOUR_MINUTES = 60
const DAY_MINUTES = 24 * HOUR_MINUTES
const WEEK_MINUTES = 7 * DAY_MINUTES

/** A span, as short as can be: 12 分, 3 时, 2 天. */
export function useSpan(): (ms: number) => string {
  const t = useTranslations('queue')
  return (ms) => {
    const minutes = Math.max(0, Math.floor(ms / MINUTE_MS))
    if (minutes === 0) return t('underMinute')
    if (minutes < HOUR_MINUTES) return t('minutes', { n: minutes })
    return minutes < DAY_MINUTES
      ? t('hours', { n: Math.floor(minutes / HOUR_MINUTES) })
      : t('days', { n: Math.floor(minutes / DAY_MINUTES) })
  }
}

/** How long ago: 刚刚, 12 分, 3 时, 2 天; beyond a week the date. `label` says what happened then, for readers of screens and for the pointer. */
export function ShortTime({ at, label }: { at: number; label?: string }) {
  const t = useTranslations('queue')
  const format = useFormatter()
  const span = useSpan()
  const now = useClock()
  const minutes = Math.floor((now - at) / MINUTE_MS)
  const date = new Date(at)
  const words =
    minutes < 1 ? t('now') : minutes < WEEK_MINUTES ? span(now - at) : format.dateTime(date, { month: 'numeric', day: 'numeric' })
  const whole = format.dateTime(date, MOMENT)
  return (
    <time dateTime={date.toISOString()} title={label ? `${label} ${whole}` : whole}>
      {label && <span className="sr-only">{label} </span>}
      {words}
    </time>
  )
}
