'use client'

import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Button } from '../../../_components/button'
import { Notice } from '../../../_components/notice'
import { queueSearch, readQueueQuery } from '../_queue/queue-query'
import { unmergeAction } from './merge-actions'
import { useTicketAttempt } from './use-ticket-attempt'

type MergedNoticeProps = { ticketId: string; into: { id: string; number: number } }

/** In place of the composer of a merged ticket: where its messages are, and the way back. */
export function MergedNotice({ ticketId, into }: MergedNoticeProps) {
  const t = useTranslations('state')
  const search = queueSearch(readQueueQuery(useSearchParams()))
  const { run, isPending, words } = useTicketAttempt()
  return (
    <div className="flex shrink-0 flex-col gap-2 border-t bg-pane px-7 py-3.5 max-md:px-4">
      {words && <Notice kind="error">{words}</Notice>}
      <div className="mx-auto flex w-full max-w-[54.5rem] flex-wrap items-center gap-x-4 gap-y-2">
        <p className="min-w-56 grow basis-56 text-ink-2 text-sm">{t('mergedNotice', { number: into.number })}</p>
        <div className="flex gap-2">
          <Button aria-disabled={isPending} onClick={() => !isPending && run(() => unmergeAction(ticketId))}>
            {t('unmerge')}
          </Button>
          <Button asChild variant="go">
            <Link href={`/tickets/${into.id}${search}`}>{t('mergedOpen', { number: into.number })}</Link>
          </Button>
        </div>
      </div>
    </div>
  )
}
