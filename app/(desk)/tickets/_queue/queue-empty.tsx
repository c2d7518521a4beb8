'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button } from '../../../_components/button'
import { EmptyState } from '../../../_components/empty-state'
import { FILTERS, NO_FILTERS, type QueueQuery } from './queue-query'

type QueueEmptyProps = { query: QueueQuery; isAdmin: boolean; onClear: (part: Partial<QueueQuery>) => void }

export function QueueEmpty({ query, isAdmin, onClear }: QueueEmptyProps) {
  const t = useTranslations('queue')
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
  const action = query.view === 'all' && isAdmin && (
    <Button asChild>
      <Link href="/settings/channels">{t('connect')}</Link>
    </Button>
  )
  return (
    <EmptyState title={t(`empty.${query.view}.title`)} action={action || undefined}>
      {t(`empty.${query.view}.body`)}
    </EmptyState>
  )
}
