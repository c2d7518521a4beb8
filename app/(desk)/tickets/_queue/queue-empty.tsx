'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button } from '../../../_components/button'
import { EmptyState } from '../../../_components/empty-state'
import type { QueueQuery } from './queue-query'

export function QueueEmpty({ query, isAdmin }: { query: QueueQuery; isAdmin: boolean }) {
  const t = useTranslations('queue')
  const area = query.q ? 'search' : query.view
  const action = area === 'all' && isAdmin && (
    <Button asChild>
      <Link href="/settings/channels">{t('connect')}</Link>
    </Button>
  )
  return (
    <EmptyState title={t(`empty.${area}.title`, { q: query.q })} action={action || undefined}>
      {t(`empty.${area}.body`)}
    </EmptyState>
  )
}
