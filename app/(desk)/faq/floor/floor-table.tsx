'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { judgeFloor, type KeptEvidence } from '@/lib/retrieval/floor/floor-evidence'
import { cn } from '../../../_components/cn'
import { useScore } from './use-score'

const SHOWN = Array.from({ length: 13 }, (_, at) => 20 + at * 5)

/** The same figures to read one by one. */
export function FloorTable({ evidence, inForce, language }: { evidence: KeptEvidence; inForce: number; language: string }) {
  const t = useTranslations('faqFloor')
  const format = useFormatter()
  const score = useScore()
  const floors = [...new Set([...SHOWN, inForce])].sort((one, other) => one - other)
  const share = (n: number, of: number) =>
    `${n} · ${format.number(n / of, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 })}`
  return (
    <details className="mt-4">
      <summary className="disclosure rounded-sm text-ink-2 text-sm">{t('table')}</summary>
      <table className="mt-2 w-full text-sm">
        <caption className="sr-only">{t('of', { language })}</caption>
        <thead>
          <tr className="border-b text-left text-ink-3 [&>th]:py-1 [&>th]:font-normal">
            <th scope="col">{t('floor')}</th>
            <th scope="col" className="text-right">
              {t('loses.title')}
            </th>
            <th scope="col" className="text-right">
              {t('letsThrough.title')}
            </th>
          </tr>
        </thead>
        <tbody>
          {floors.map((floor) => {
            const { answered, unanswered, loses, letsThrough } = judgeFloor(evidence, floor)
            return (
              <tr key={floor} className={cn('border-b [&>*]:py-1', floor === inForce && 'bg-accent-bg font-medium')}>
                <th scope="row" className="text-left font-normal">
                  {score(floor / 100)}
                  {floor === inForce && <span className="ml-2 text-accent text-xs">{t('inForce')}</span>}
                </th>
                <td className="text-right">{share(loses, answered)}</td>
                <td className="text-right">{share(letsThrough, unanswered)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </details>
  )
}
