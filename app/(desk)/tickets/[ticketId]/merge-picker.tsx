'use client'

import { Merge } from 'lucide-react'
import { useRouter, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../_components/button'
import { Dialog } from '../../../_components/dialog'
import { Notice } from '../../../_components/notice'
import { Picker } from '../../../_components/picker'
import { queueSearch, readQueueQuery } from '../_queue/queue-query'
import { isAt } from './is-at'
import { mergeAction } from './merge-actions'
import type { MergeTargetItem } from './merge-targets/route'
import { StateButton } from './state-button'
import { useMergeTargets } from './use-merge-targets'
import { useTicketAttempt } from './use-ticket-attempt'

type MergePickerProps = {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  ticketId: string
  number: number
  keys: string
}

/** Merges this ticket into one that says the same: chosen here, then said once more what will happen. */
export function MergePicker({ isOpen, onOpenChange, ticketId, number, keys }: MergePickerProps) {
  const t = useTranslations('state')
  const status = useTranslations('ticket.status')
  const [query, setQuery] = useState('')
  const { targets, is } = useMergeTargets(ticketId, query, isOpen)
  const [target, setTarget] = useState<MergeTargetItem | null>(null)
  const notices = { loading: t('loading'), failed: t('mergeFailed'), there: undefined }
  return (
    <>
      <Picker
        isOpen={isOpen}
        onOpenChange={(opens) => {
          setQuery('')
          onOpenChange(opens)
        }}
        align="end"
        label={t('mergeInto')}
        empty={t(query.trim() ? 'mergeNothing' : 'mergeEmpty')}
        notice={notices[is]}
        trigger={
          <StateButton
            name={t('merge')}
            keys={keys}
            isFaint
            value={
              <>
                <Merge />
                <span className="max-xl:sr-only">{t('merge')}</span>
              </>
            }
          />
        }
        options={targets.map((each) => ({
          value: each.id,
          label: `#${each.number} ${each.subject}`,
          hint: each.isSameContact ? status(each.status) : t('otherContact', { who: each.who ?? t('anonymous') }),
          lang: each.language,
        }))}
        onQuery={setQuery}
        onPick={(id) => setTarget(targets.find((each) => each.id === id) ?? null)}
      />
      {target && <ConfirmMerge ticketId={ticketId} number={number} target={target} onClose={() => setTarget(null)} />}
    </>
  )
}

type ConfirmMergeProps = { ticketId: string; number: number; target: MergeTargetItem; onClose: () => void }

function ConfirmMerge({ ticketId, number, target, onClose }: ConfirmMergeProps) {
  const t = useTranslations('state')
  const router = useRouter()
  const search = queueSearch(readQueueQuery(useSearchParams()))
  const { run, isPending, words } = useTicketAttempt()
  const go = useRef<HTMLButtonElement>(null)
  // After the dialog has opened, which puts the focus on its first button.
  useEffect(() => go.current?.focus(), [])
  const merge = () => {
    if (isPending) return
    run(
      () => mergeAction({ sourceId: ticketId, targetId: target.id }),
      () => {
        if (isAt(ticketId)) router.push(`/tickets/${target.id}${search}`)
      },
    )
  }
  return (
    <Dialog title={t('mergeTitle', { number: target.number })} isOpen onClose={onClose}>
      <p className="text-ink-2 leading-5.5">{t('mergeBody', { own: number, subject: target.subject })}</p>
      {!target.isSameContact && (
        <Notice kind="warning" className="mt-3">
          {t('mergeOther', { number: target.number, who: target.who ?? t('anonymous') })}
        </Notice>
      )}
      {words && (
        <Notice kind="error" className="mt-3">
          {words}
        </Notice>
      )}
      <div className="mt-4 flex justify-end gap-1.5">
        <Button onClick={onClose}>{t('mergeBack')}</Button>
        <Button ref={go} variant="go" aria-disabled={isPending} onClick={merge}>
          {t(isPending ? 'merging' : 'mergeGo')}
        </Button>
      </div>
    </Dialog>
  )
}
