'use client'

import { MessageCircleQuestionMark, Plus } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import type { RuleLabels } from '@/lib/faq/list-rule-labels'
import type { RuleStatus } from '@/prisma/generated/enums'
import { Button } from '../../_components/button'
import { EmptyState } from '../../_components/empty-state'
import { Notice } from '../../_components/notice'
import { PaneHeader } from '../../_components/pane'
import { ROW_PX } from '../../_components/row-window'
import { Tooltip } from '../../_components/tooltip'
import { BulkBar, type BulkDone } from './bulk-bar'
import { BulkUndo } from './bulk-undo'
import { faqHref } from './faq-href'
import { FaqNav } from './faq-nav'
import type { FaqQuery } from './faq-query'
import { RuleFilters } from './rule-filters'
import type { RuleItems } from './rule-item'
import { RuleRow } from './rule-row'
import { TransferMenu } from './transfer-menu'
import { useRuleKeys } from './use-rule-keys'
import { fetchRuleIds, useRuleWindow } from './use-rule-window'

type RuleListProps = {
  query: FaqQuery
  first: RuleItems
  counts: Record<RuleStatus, number>
  labels: RuleLabels
  isAdmin: boolean
  /** There has never been a rule: nothing to search or to filter. */
  isNew: boolean
}

/** What is chosen of the list that a query shows. */
type Chosen = { key: string; ids: ReadonlySet<string> }
const NOTHING: ReadonlySet<string> = new Set()

/** All rules there are, however many: only the rows in sight exist. */
export function RuleList({ query, first, counts, labels, isAdmin, isNew }: RuleListProps) {
  const t = useTranslations('faq')
  const list = useTranslations('faqList')
  const common = useTranslations('common')
  const locale = useLocale()
  const scroller = useRef<HTMLDivElement>(null)
  const { key, rows, itemAt, hasFailed, retry } = useRuleWindow(query, first, scroller)
  const [chosen, setChosen] = useState<Chosen>({ key, ids: NOTHING })
  const [done, setDone] = useState<BulkDone | null>(null)
  const lastChosen = useRef(0)
  // What was chosen in another list is out of sight, and must not be published unseen.
  if (chosen.key !== key) setChosen({ key, ids: NOTHING })
  const isFiltered = Object.entries(query).some(
    ([name, value]) => !['sort', 'rule', 'new', 'twin'].includes(name) && value !== null && value !== '',
  )
  const newButton = (
    <Button asChild size="small">
      <Link href={faqHref({ ...query, rule: null, twin: null, question: '', new: query.language ?? locale })}>
        <Plus />
        {t('new')}
      </Link>
    </Button>
  )
  // Where there is room, they stand beside the list (page.tsx).
  const firstActions = (
    <span className="flex flex-wrap justify-center gap-2 md:hidden">
      {newButton}
      <Button asChild size="small">
        <Link href="/faq/import">{t('first.import')}</Link>
      </Button>
    </span>
  )
  const choose = (index: number, isRange = false) => {
    const from = isRange ? Math.min(lastChosen.current, index) : index
    const to = isRange ? Math.max(lastChosen.current, index) : index
    lastChosen.current = index
    const take = (ids: string[]) =>
      setChosen((old) => {
        if (old.key !== key) return old
        const next = new Set(old.ids)
        const isTaken = isRange || !old.ids.has(ids[0] ?? '')
        for (const id of ids) isTaken ? next.add(id) : next.delete(id)
        return { key, ids: next }
      })
    const ids = Array.from({ length: to - from + 1 }, (_, at) => itemAt(from + at)?.id)
    if (ids.every((id) => id !== undefined)) return take(ids)
    // Rows in between have been scrolled past and are not here.
    fetchRuleIds(key).then(
      (all) => take(all.slice(from, to + 1)),
      () => undefined,
    )
  }
  const chooseAll = async () => {
    const ids = new Set(await fetchRuleIds(key))
    setChosen((old) => (old.key === key ? { key, ids } : old))
  }
  const openIndex = rows.find(({ item }) => item !== null && item.id === query.rule)?.index ?? -1
  useRuleKeys({ scroller, total: first.total, openIndex, onChoose: isAdmin ? choose : undefined })
  useEffect(() => {
    const online = () => retry()
    window.addEventListener('online', online)
    return () => window.removeEventListener('online', online)
  })
  return (
    <section aria-label={t('list')} className="flex h-full flex-col">
      <PaneHeader>
        <FaqNav current="rules" />
        <span className="grow" />
        <Tooltip label={list('try')} side="bottom">
          <Button asChild variant="quiet" size="smallIcon">
            <Link href="/faq/try" aria-label={list('try')}>
              <MessageCircleQuestionMark />
            </Link>
          </Button>
        </Tooltip>
        {isAdmin && newButton}
      </PaneHeader>
      {!isNew && (
        <RuleFilters query={query} counts={counts} labels={labels} total={first.total}>
          <TransferMenu query={query} isAdmin={isAdmin} />
        </RuleFilters>
      )}
      <div ref={scroller} className="pane-scroll flex grow flex-col">
        {hasFailed && (
          <Notice kind="warning" className="sticky top-0 z-10 m-2">
            <span className="flex items-center gap-2">
              <span className="grow">{list('failed')}</span>
              <Button size="small" onClick={retry}>
                {common('retry')}
              </Button>
            </span>
          </Notice>
        )}
        {first.total === 0 &&
          (isFiltered && !isNew ? (
            <EmptyState
              title={t('empty.search')}
              action={
                <Button asChild size="small">
                  <Link href="/faq">{list('clear')}</Link>
                </Button>
              }
            >
              {t('empty.searchBody')}
            </EmptyState>
          ) : (
            <EmptyState title={t('empty.title')} action={isAdmin && firstActions}>
              {t(isAdmin ? 'empty.body' : 'empty.agent')}
            </EmptyState>
          ))}
        <ul className="relative shrink-0" style={{ height: first.total * ROW_PX }}>
          {rows.map(({ index, item }) => (
            <li
              key={item?.id ?? index}
              aria-setsize={first.total}
              aria-posinset={index + 1}
              data-at={index}
              className="absolute inset-x-0"
              style={{ top: index * ROW_PX }}
            >
              {item ? (
                <RuleRow
                  rule={item}
                  href={faqHref({ ...query, rule: item.id, new: null, twin: null })}
                  isOpen={item.id === query.rule}
                  isChosen={chosen.ids.has(item.id)}
                  onChoose={isAdmin ? (isRange) => choose(index, isRange) : undefined}
                />
              ) : (
                <div aria-hidden className="h-13 border-b" />
              )}
            </li>
          ))}
        </ul>
      </div>
      {chosen.ids.size > 0 && (
        <BulkBar
          ids={[...chosen.ids]}
          labels={labels}
          total={first.total}
          onChooseAll={chooseAll}
          onChanged={setDone}
          onDone={() => setChosen({ key, ids: NOTHING })}
        />
      )}
      {done && chosen.ids.size === 0 && (
        <BulkUndo key={done.changed.map(({ id, version }) => id + version).join()} done={done} onClose={() => setDone(null)} />
      )}
    </section>
  )
}
