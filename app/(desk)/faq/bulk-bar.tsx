'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { BulkChange, ChangedRule } from '@/lib/faq/change-rules'
import type { RuleLabels } from '@/lib/faq/list-rule-labels'
import { Button } from '../../_components/button'
import type { Attempt } from '../../_doors/attempt'
import { useDeskAttempt } from '../../_held/use-desk-attempt'
import { changeRulesAction } from './bulk-actions'
import { BulkCheck } from './bulk-check'
import { BulkDeed } from './bulk-deed'
import { ExportChosen } from './export-chosen'

/** Rules of one request: it takes about a second, so that the number can count. */
const AT_ONCE = 200

/** A change that was made, and of which rules. */
export type BulkDone = { change: BulkChange; changed: ChangedRule[] }

type BulkBarProps = {
  ids: string[]
  labels: RuleLabels
  /** How many the list holds. */
  total: number
  onChooseAll: () => Promise<void>
  /** Also when a part of it failed. */
  onChanged: (done: BulkDone) => void
  onDone: () => void
}

/** What can be done to the chosen rules; each deed says once more how many it is about. */
export function BulkBar({ ids, labels, total, onChooseAll, onChanged, onDone }: BulkBarProps) {
  const t = useTranslations('faqList')
  const n = ids.length
  const { ask, isPending, words } = useDeskAttempt(t('chosen', { n }))
  const [done, setDone] = useState<number | null>(null)
  const [hasFailedToChoose, setFailedToChoose] = useState(false)
  const change = (what: BulkChange) => {
    if (isPending) return
    ask(
      async () => {
        const { changed, result } = await changeAll(ids, what, setDone)
        if (changed.length > 0) onChanged({ change: what, changed })
        return result
      },
      () => onDone(),
    )
  }
  const status = isPending && done !== null ? t('changing', { done, n }) : (words ?? t('chosen', { n }))
  return (
    <div role="toolbar" aria-label={t('chosen', { n })} className="flex shrink-0 flex-col gap-1 border-t bg-pane px-3 py-2">
      <div className="flex min-h-7 items-center gap-2">
        <span role="status" className={words ? 'text-red text-sm' : 'text-ink-2 text-sm'}>
          {hasFailedToChoose ? t('chooseFailed') : status}
        </span>
        {n < total && !isPending && (
          <button
            type="button"
            className="rounded-sm text-accent text-sm hover:underline"
            onClick={() =>
              void onChooseAll().then(
                () => setFailedToChoose(false),
                () => setFailedToChoose(true),
              )
            }
          >
            {t('chooseAll', { n: total })}
          </button>
        )}
        <span className="grow" />
        <Button variant="quiet" size="smallIcon" aria-label={t('chooseNone')} onClick={onDone}>
          <X />
        </Button>
      </div>
      <div className="-ml-2 flex flex-wrap items-center gap-x-0.5">
        <BulkDeed name={t('publish')} ask={t('publishAsk', { n })} onConfirm={() => change({ kind: 'status', status: 'published' })}>
          <BulkCheck key={ids.length} ids={ids} />
        </BulkDeed>
        <BulkDeed name={t('archive')} ask={t('archiveAsk', { n })} onConfirm={() => change({ kind: 'status', status: 'archived' })} />
        <BulkDeed
          name={t('addTag')}
          ask={t('tagAsk', { n })}
          choices={labels.tags}
          maxLength={40}
          onConfirm={(tag) => change({ kind: 'tag', tag })}
        />
        <BulkDeed
          name={t('setCategory')}
          ask={t('categoryAsk', { n })}
          choices={labels.categories}
          maxLength={60}
          onConfirm={(category) => change({ kind: 'category', category })}
        />
        <ExportChosen ids={ids} />
      </div>
    </div>
  )
}

/** In goes that count; what is done stays done when a later one fails, and doing it again does the rest. */
async function changeAll(ids: string[], what: BulkChange, onCount: (done: number) => void) {
  const changed: ChangedRule[] = []
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    onCount(from)
    const result = await changeRulesAction(ids.slice(from, from + AT_ONCE), what)
    if (!result.ok) return { changed, result }
    changed.push(...result.value)
  }
  return { changed, result: { ok: true, value: changed.length } satisfies Attempt<number> }
}
