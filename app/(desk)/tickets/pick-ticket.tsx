'use client'

import { Inbox } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { EmptyState } from '../../_components/empty-state'
import { useOpening } from './opening-context'

/** Beside the queue while no ticket is open: how to open one, or which is on its way; what is quick shows nothing. */
export function PickTicket() {
  const t = useTranslations('queue')
  const { opening } = useOpening()
  return (
    <div role="status" className="flex h-full">
      {opening ? (
        <div key={opening.number} className="late-in m-auto">
          <EmptyState title={t('opening', { n: opening.number })}>
            <span lang={opening.language}>{opening.subject}</span>
          </EmptyState>
        </div>
      ) : (
        <EmptyState icon={<Inbox />} title={t('pick.title')}>
          {t('pick.body')}
        </EmptyState>
      )}
    </div>
  )
}
