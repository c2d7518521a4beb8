import { useFormatter, useTranslations } from 'next-intl'

const MINUTE_MS = 60_000

/** Milliseconds as a person says them: `8 min`, `3.5 h`, `2 d`; never less than a minute. */
export function useDuration(): (ms: number) => string {
  const t = useTranslations('faqGaps.durations')
  const format = useFormatter()
  return (ms) => {
    const minutes = Math.max(1, ms / MINUTE_MS)
    if (minutes < 90) return t('minutes', { n: format.number(Math.round(minutes)) })
    const hours = minutes / 60
    if (hours < 36) return t('hours', { n: format.number(hours, { maximumFractionDigits: 1 }) })
    return t('days', { n: format.number(hours / 24, { maximumFractionDigits: 1 }) })
  }
}
