import { useFormatter, useTranslations } from 'next-intl'

/** Seconds as a person says them, in the largest unit that fits: `30 minutes`, `6 hours`, `2 days`. */
export function useSpan(): (seconds: number) => string {
  const t = useTranslations('cache.durations')
  const format = useFormatter()
  return (seconds) => {
    const minutes = Math.max(1, Math.round(seconds / 60))
    if (minutes < 60) return t('minutes', { n: minutes })
    const hours = Math.round(minutes / 60)
    if (hours < 24) return t('hours', { n: hours })
    return t('days', { n: Number(format.number(hours / 24, { maximumFractionDigits: 0, useGrouping: false })) })
  }
}
