import { Plus } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { Rule } from '@/lib/faq/schema'
import type { RuleStatus } from '@/prisma/generated/enums'
import { Button } from '../../_components/button'
import { EmptyState } from '../../_components/empty-state'
import { PaneHeader } from '../../_components/pane'
import { faqHref } from './faq-href'
import { FaqNav } from './faq-nav'
import type { FaqQuery } from './faq-query'
import { RuleFilters } from './rule-filters'
import { RuleRow } from './rule-row'
import { TransferMenu } from './transfer-menu'

type RuleListProps = { query: FaqQuery; items: Rule[]; hasMore: boolean; counts: Record<RuleStatus, number>; isAdmin: boolean }

export function RuleList({ query, items, hasMore, counts, isAdmin }: RuleListProps) {
  const t = useTranslations('faq')
  const tryIt = useTranslations('faqTry')
  const locale = useLocale()
  const isFiltered = query.q !== '' || query.status !== null || query.language !== null
  const newButton = (
    <Button asChild size="small">
      <Link href={faqHref({ ...query, rule: null, new: query.language ?? locale })}>
        <Plus />
        {t('new')}
      </Link>
    </Button>
  )
  return (
    <section aria-label={t('list')} className="flex h-full flex-col">
      <PaneHeader>
        <FaqNav current="rules" />
        <span className="grow" />
        <Button asChild variant="quiet" size="small">
          <Link href="/faq/try">{tryIt('open')}</Link>
        </Button>
        <TransferMenu query={query} isAdmin={isAdmin} />
        {isAdmin && newButton}
      </PaneHeader>
      <RuleFilters query={query} counts={counts} />
      <div className="pane-scroll flex grow flex-col">
        {items.length === 0 &&
          (isFiltered ? (
            <EmptyState title={t('empty.search')}>{t('empty.searchBody')}</EmptyState>
          ) : (
            <EmptyState title={t('empty.title')} action={isAdmin && newButton}>
              {t('empty.body')}
            </EmptyState>
          ))}
        <ul>
          {items.map((rule) => (
            <RuleRow key={rule.id} rule={rule} href={faqHref({ ...query, rule: rule.id, new: null })} isOpen={rule.id === query.rule} />
          ))}
        </ul>
        {hasMore && (
          <div className="grid place-items-center p-3">
            <Button asChild variant="quiet" size="small">
              <Link href={faqHref({ ...query, pages: query.pages + 1 })} scroll={false}>
                {t('more')}
              </Link>
            </Button>
          </div>
        )}
      </div>
    </section>
  )
}
