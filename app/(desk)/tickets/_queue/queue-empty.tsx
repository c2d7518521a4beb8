'use client'

import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Button } from '../../../_components/button'
import { EmptyState } from '../../../_components/empty-state'
import { FILTERS, NO_FILTERS, type QueueQuery } from './queue-query'

type QueueEmptyProps = {
  query: QueueQuery
  /** No ticket has ever come in: nothing is done yet, and nobody has taken anything. */
  isNew: boolean
  isAdmin: boolean
  onClear: (part: Partial<QueueQuery>) => void
}

export function QueueEmpty({ query, isNew, isAdmin, onClear }: QueueEmptyProps) {
  const t = useTranslations('queue')
  const locale = useLocale()
  const tools = useTranslations('queueTools')
  if (FILTERS.some((name) => query[name] !== null)) {
    const action = (
      <Button size="small" onClick={() => onClear(NO_FILTERS)}>
        {tools('clear')}
      </Button>
    )
    return (
      <EmptyState title={tools('empty.title')} action={action}>
        {tools('empty.body')}
      </EmptyState>
    )
  }
  if (query.q) {
    const action = (
      <>
        {query.view !== 'all' && (
          <Button size="small" onClick={() => onClear({ view: 'all' })}>
            {t('searchAll')}
          </Button>
        )}
        <Button size="small" onClick={() => onClear({ q: '' })}>
          {t('clearSearch')}
        </Button>
      </>
    )
    return (
      <EmptyState title={t('empty.search.title', { q: query.q })} action={action}>
        {t('empty.search.body')}
      </EmptyState>
    )
  }
  if (isNew && (query.view === 'open' || query.view === 'unassigned' || query.view === 'all')) {
    // Where there is room, the steps stand beside the list (first-steps.tsx).
    const action = isAdmin && (
      <span className="flex flex-wrap justify-center gap-2 md:hidden">
        <Button asChild>
          <Link href={`/faq?new=${locale}`}>{t('empty.new.write')}</Link>
        </Button>
        <Button asChild>
          <Link href="/settings/channels">{t('connect')}</Link>
        </Button>
      </span>
    )
    return (
      <EmptyState title={t('empty.new.title')} action={action || undefined}>
        {t(isAdmin ? 'empty.new.admin' : 'empty.new.body')}
      </EmptyState>
    )
  }
  return <EmptyState title={t(`empty.${query.view}.title`)}>{t(`empty.${query.view}.body`)}</EmptyState>
}
