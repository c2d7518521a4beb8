'use client'

import { MessageCircleQuestionMark, Plus } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import type { RuleLabels } from '@/lib/faq/list-rule-labels'
import type { RuleStatus } from '@/prisma/generated/enums'
import { Button } from '../../_components/button'
import { EmptyState } from '../../_components/empty-state'
import { Notice } from '../../_components/notice'
import { PaneHeader } from '../../_components/pane'
import { Tooltip } from '../../_components/tooltip'
import { BulkBar } from './bulk-bar'
import { faqHref } from './faq-href'
import { FaqNav } from './faq-nav'
import type { FaqQuery } from './faq-query'
import { RuleFilters } from './rule-filters'
import type { RuleItems } from './rule-item'
import { RuleRow } from './rule-row'
import { TransferMenu } from './transfer-menu'
import { ROW_PX, useRuleWindow } from './use-rule-window'

type RuleListProps = { query: FaqQuery; first: RuleItems; counts: Record<RuleStatus, number>; labels: RuleLabels; isAdmin: boolean }

/** All rules there are, however many: only the rows in sight exist. */
export function RuleList({ query, first, counts, labels, isAdmin }: RuleListProps) {
  const t = useTranslations('faq')
  const list = useTranslations('faqList')
  const tryIt = useTranslations('faqTry')
  const locale = useLocale()
  const scroller = useRef<HTMLDivElement>(null)
  const { rows, itemAt, hasFailed } = useRuleWindow(query, first, scroller)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const lastChosen = useRef(0)
  const isFiltered = Object.entries(query).some(
    ([name, value]) => !['sort', 'rule', 'new', 'twin'].includes(name) && value !== null && value !== '',
  )
  const newButton = (
    <Button asChild size="small">
      <Link href={faqHref({ ...query, rule: null, twin: null, new: query.language ?? locale })}>
        <Plus />
        {t('new')}
      </Link>
    </Button>
  )
  const choose = (index: number, isRange: boolean) => {
    const from = isRange ? Math.min(lastChosen.current, index) : index
    const to = isRange ? Math.max(lastChosen.current, index) : index
    const ids = Array.from({ length: to - from + 1 }, (_, at) => itemAt(from + at)?.id).filter((id) => id !== undefined)
    lastChosen.current = index
    setChosen((old) => {
      const next = new Set(old)
      const isTaken = isRange || !old.has(ids[0] ?? '')
      for (const id of ids) isTaken ? next.add(id) : next.delete(id)
      return next
    })
  }
  return (
    <section aria-label={t('list')} className="flex h-full flex-col">
      <PaneHeader>
        <FaqNav current="rules" />
        <span className="grow" />
        <Tooltip label={tryIt('open')} side="bottom">
          <Button asChild variant="quiet" size="smallIcon">
            <Link href="/faq/try" aria-label={tryIt('open')}>
              <MessageCircleQuestionMark />
            </Link>
          </Button>
        </Tooltip>
        {isAdmin && newButton}
      </PaneHeader>
      <RuleFilters query={query} counts={counts} labels={labels} total={first.total}>
        <TransferMenu query={query} isAdmin={isAdmin} />
      </RuleFilters>
      <div ref={scroller} className="pane-scroll flex grow flex-col">
        {hasFailed && (
          <Notice kind="warning" className="sticky top-0 z-10 m-2">
            {list('failed')}
          </Notice>
        )}
        {first.total === 0 &&
          (isFiltered ? (
            <EmptyState title={t('empty.search')}>{t('empty.searchBody')}</EmptyState>
          ) : (
            <EmptyState title={t('empty.title')} action={isAdmin && newButton}>
              {t('empty.body')}
            </EmptyState>
          ))}
        <ul className="relative shrink-0" style={{ height: first.total * ROW_PX }}>
          {rows.map(({ index, item }) => (
            <li
              key={item?.id ?? index}
              aria-setsize={first.total}
              aria-posinset={index + 1}
              className="absolute inset-x-0"
              style={{ top: index * ROW_PX }}
            >
              {item ? (
                <RuleRow
                  rule={item}
                  href={faqHref({ ...query, rule: item.id, new: null, twin: null })}
                  isOpen={item.id === query.rule}
                  isChosen={chosen.has(item.id)}
                  onChoose={isAdmin ? (isRange) => choose(index, isRange) : undefined}
                />
              ) : (
                <div aria-hidden className="h-13 border-b" />
              )}
            </li>
          ))}
        </ul>
      </div>
      {chosen.size > 0 && <BulkBar ids={[...chosen]} labels={labels} onDone={() => setChosen(new Set())} />}
    </section>
  )
}
