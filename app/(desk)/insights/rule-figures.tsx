'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { RuleUse } from '@/lib/insights/count-rule-uses'
import type { Table } from '@/lib/insights/table'
import { Button } from '../../_components/button'
import { DataTable } from './data-table'
import { Legend } from './legend'
import { PartBar } from './part-bar'

const FIRST = 10

/** The most cited rules, each the way to itself. */
export function RuleFigures({ rules, table, caption }: { rules: RuleUse[]; table: Table; caption: string }) {
  const t = useTranslations('insights')
  const [isWhole, setWhole] = useState(false)
  const rows = isWhole ? table.rows : table.rows.slice(0, FIRST)
  const most = Math.max(...rules.map(({ uses }) => uses), 1)
  return (
    <div className="flex flex-col gap-2">
      <Legend
        entries={[
          { tone: 'strong', label: t('totals.sentAsIs') },
          { tone: 'middle', label: t('totals.edited') },
          { tone: 'light', label: t('totals.dismissed') },
        ]}
      />
      <DataTable
        table={{ ...table, rows }}
        caption={caption}
        head={(at) => (
          <Link href={`/faq?rule=${rules[at]?.id}`} className="rounded-sm hover:underline hover:underline-offset-3">
            {rules[at]?.question}
          </Link>
        )}
        bar={{
          label: t('fates.parts'),
          isSlim: true,
          of: (at) => {
            const { sentAsIs = 0, edited = 0, dismissed = 0 } = rules[at] ?? {}
            return (
              <PartBar
                of={most}
                parts={[
                  { tone: 'strong', value: sentAsIs },
                  { tone: 'middle', value: edited },
                  { tone: 'light', value: dismissed },
                ]}
              />
            )
          },
        }}
      />
      {table.rows.length > FIRST && (
        <Button size="small" className="self-start" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('rules.fewer', { n: FIRST }) : t('rules.more', { n: table.rows.length })}
        </Button>
      )}
    </div>
  )
}
