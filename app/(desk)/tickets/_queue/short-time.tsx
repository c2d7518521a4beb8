'use client'

import { useFormatter, useNow, useTranslations } from 'next-intl'

const MINUTE_MS = 60_000
const HOUR_MINUTES = 60
const DAY_MINUTES = 24 * HOUR_MINUTES
const WEEK_MINUTES = 7 * DAY_MINUTES

/** How long ago, as short as can be: 刚刚, 12 分, 3 时, 2 天; beyond a week the date. */
export function ShortTime({ at }: { at: number }) {
  const t = useTranslations('queue')
  const format = useFormatter()
  const now = useNow({ updateInterval: MINUTE_MS / 2 })
  const minutes = Math.floor((now.getTime() - at) / MINUTE_MS)
  const date = new Date(at)
  const words =
    minutes < 1
      ? t('now')
      : minutes < HOUR_MINUTES
        ? t('minutes', { n: minutes })
        : minutes < DAY_MINUTES
          ? t('hours', { n: Math.floor(minutes / HOUR_MINUTES) })
          : minutes < WEEK_MINUTES
            ? t('days', { n: Math.floor(minutes / DAY_MINUTES) })
            : format.dateTime(date, { month: 'numeric', day: 'numeric' })
  return (
    <time dateTime={date.toISOString()} title={format.dateTime(date, { dateStyle: 'medium', timeStyle: 'short' })}>
      {words}
    </time>
  )
}
