'use client'

import { useFormatter, useNow, useTranslations } from 'next-intl'

const DAY_MS = 24 * 3_600_000

/** The day of a moment, in the reader's time zone: the same words, the same day. */
export function useDayOf(): (at: number) => string {
  const format = useFormatter()
  return (at) => format.dateTime(new Date(at), { year: 'numeric', month: '2-digit', day: '2-digit' })
}

/** Where a new day begins: today, yesterday, 11月3日, 3 November; another year with its number. */
export function DayMark({ at }: { at: number }) {
  const t = useTranslations('ticket')
  const format = useFormatter()
  const dayOf = useDayOf()
  const now = useNow().getTime()
  const day = dayOf(at)
  const yearOf = (moment: number) => format.dateTime(new Date(moment), { year: 'numeric' })
  const words =
    day === dayOf(now)
      ? t('today')
      : day === dayOf(now - DAY_MS)
        ? t('yesterday')
        : format.dateTime(new Date(at), { month: 'long', day: 'numeric', ...(yearOf(at) !== yearOf(now) && { year: 'numeric' }) })
  return <div className="self-center text-ink-3 text-xs">{words}</div>
}
