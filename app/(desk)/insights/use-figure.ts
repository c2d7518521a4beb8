import { useFormatter, useTranslations } from 'next-intl'
import type { ColumnKind } from '@/lib/insights/table'

const [SECOND, MINUTE, HOUR, DAY] = [1_000, 60_000, 3_600_000, 86_400_000]

/** A figure as a person reads it: `1,204`, `82%`, `1.4 s`, `26 Nov`. */
export function useFigure() {
  const t = useTranslations('insights')
  const format = useFormatter()
  const number = (value: number, digits = 0) => format.number(value, { maximumFractionDigits: digits })
  const time = (ms: number) => {
    if (ms < SECOND) return t('units.ms', { n: number(ms) })
    if (ms < 99.5 * SECOND) return t('units.seconds', { n: number(ms / SECOND, 1) })
    // An hour of a scale is an hour, also below two.
    if (ms < 99.5 * MINUTE && ms !== HOUR) return t('units.minutes', { n: number(ms / MINUTE) })
    if (ms < 48 * HOUR) return t('units.hours', { n: number(ms / HOUR, 1) })
    return t('units.days', { n: number(ms / DAY, 1) })
  }
  const minutes = (value: number) =>
    Math.abs(value) < 100 ? t('units.minutes', { n: number(value) }) : t('units.hours', { n: number(value / 60, 1) })
  // A day is a day wherever it is read: no clock must move it.
  const day = (text: string) => format.dateTime(new Date(`${text}T00:00:00Z`), { month: 'short', day: 'numeric', timeZone: 'UTC' })
  const percent = (value: number) => format.number(value, { style: 'percent', maximumFractionDigits: 0 })
  const show = (value: string | number | null, kind: ColumnKind): string => {
    if (value === null) return t('none')
    if (typeof value === 'string') return kind === 'day' ? day(value) : value
    if (kind === 'share') return percent(value)
    if (kind === 'ms') return time(value)
    if (kind === 'minutes') return minutes(value)
    return number(value)
  }
  /** How much more or less than before, in words that need no colour; null where there was nothing before. */
  const change = (now: number | null, before: number | null, kind: ColumnKind): string | null => {
    if (now === null || before === null) return null
    if (kind === 'share') {
      const points = Math.round((now - before) * 100)
      return t('units.points', { sign: points < 0 ? 'down' : 'up', n: number(Math.abs(points)) })
    }
    if (before <= 0) return null
    const percents = Math.round((now / before - 1) * 100)
    return t('units.change', { sign: percents < 0 ? 'down' : 'up', n: number(Math.abs(percents)) })
  }
  return { show, change, day, time, number, percent }
}
