'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '../../_components/button'
import type { Attempt } from '../../_doors/attempt'
import { useDeskAttempt } from '../../_held/use-desk-attempt'
import { undoChangesAction } from './bulk-actions'
import type { BulkDone } from './bulk-bar'

/** Rules of one request; see BulkBar. */
const AT_ONCE = 200

/** What was just done to many rules, and the way back. Stays until it is closed or the next change is made. */
export function BulkUndo({ done: { change, changed }, onClose }: { done: BulkDone; onClose: () => void }) {
  const t = useTranslations('faqList.undo')
  const { ask, isPending, words } = useDeskAttempt(t('title'))
  const [undone, setUndone] = useState<number | null>(null)
  const n = changed.length
  const what = change.kind === 'status' ? change.status : change.kind
  const label = change.kind === 'tag' ? change.tag : change.kind === 'category' ? change.category : ''
  const said = undone === null ? t('done', { n, what, label }) : t('undone', { n: undone, kept: n - undone })
  return (
    <section aria-label={t('title')} className="flex min-h-11 shrink-0 items-center gap-2 border-t bg-pane px-3 py-2">
      <span role="status" className={words ? 'min-w-0 text-red text-sm' : 'min-w-0 text-ink-2 text-sm'}>
        {words ?? (isPending ? t('undoing') : said)}
      </span>
      <span className="grow" />
      {undone === null && (
        <Button size="small" aria-disabled={isPending} onClick={() => !isPending && ask(() => undoAll(changed), setUndone)}>
          {t('undo')}
        </Button>
      )}
      <Button variant="quiet" size="smallIcon" aria-label={t('close')} onClick={onClose}>
        <X />
      </Button>
    </section>
  )
}

/** The rules of a part that fails stay as they are, and so do those of later parts; doing it again does the rest. */
async function undoAll(changed: BulkDone['changed']): Promise<Attempt<number>> {
  let undone = 0
  for (let from = 0; from < changed.length; from += AT_ONCE) {
    const result = await undoChangesAction(changed.slice(from, from + AT_ONCE))
    if (!result.ok) return result
    undone += result.value
  }
  return { ok: true, value: undone }
}
