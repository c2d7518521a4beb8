import type { Gap } from '@/lib/faq/gaps/list-gaps'
import type { Table } from '@/lib/insights/table'
import type { Words } from './tables'

/** The gaps page's own periods; the nearest that holds this one. */
const GAP_DAYS = [7, 30, 90]

export function gapDays(days: number): number {
  return GAP_DAYS.find((choice) => choice >= days) ?? 90
}

/** All gaps of a period, the dearest first. */
export function toGapTable(gaps: Gap[], { t, common }: Pick<Words, 't' | 'common'>): Table {
  return {
    columns: [
      { label: t('gaps.question'), kind: 'text' },
      { label: t('rules.language'), kind: 'text' },
      { label: t('gaps.count'), kind: 'count' },
      { label: t('gaps.handling'), kind: 'ms' },
      { label: t('gaps.cost'), kind: 'minutes' },
    ],
    rows: gaps.map(({ question, language, questions, handlingMs, minutes }) => [
      question,
      common(language),
      questions.length,
      handlingMs,
      minutes,
    ]),
  }
}
