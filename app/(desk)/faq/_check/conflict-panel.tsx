'use client'

import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef } from 'react'
import type { RuleConflict } from '@/lib/faq/check/find-conflicts'
import type { Language } from '@/prisma/generated/enums'
import { Button } from '../../../_components/button'
import { ConflictList } from './conflict-list'

type ConflictPanelProps = {
  conflicts: readonly RuleConflict[]
  language: Language
  /** What going on does: publish, save what is published, bring older words of it back, or let it answer one more way to ask. */
  deed: 'publish' | 'save' | 'restore' | 'add'
  onGoOn: () => void
  onBack: () => void
}

const GO_ON = { publish: 'goOnPublish', save: 'goOn', restore: 'goOnRestore', add: 'goOnAdd' } as const
const BACK = { publish: 'back', save: 'back', restore: 'leave', add: 'leaveOut' } as const

/** Asked before the rule is published: what it would repeat or contradict. The admin decides. */
export function ConflictPanel({ conflicts, language, deed, onGoOn, onBack }: ConflictPanelProps) {
  const t = useTranslations('faqCheck.conflicts')
  const titleId = useId()
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    panel.current?.scrollIntoView({ block: 'nearest' })
    panel.current?.focus({ preventScroll: true })
  }, [])
  return (
    <section
      ref={panel}
      tabIndex={-1}
      aria-labelledby={titleId}
      className="float-in overflow-hidden rounded-md border border-line-strong bg-pane outline-none"
    >
      <h2 id={titleId} className="flex items-start gap-2 bg-amber-bg px-3 py-2 text-amber text-sm">
        <CircleAlert className="mt-px size-4 shrink-0" />
        {t('title', { n: conflicts.length })}
      </h2>
      <div className="px-3 py-3">
        <ConflictList conflicts={conflicts} language={language} />
      </div>
      <div className="flex justify-end gap-2 border-t px-3 py-2">
        <Button size="small" variant="quiet" onClick={onBack}>
          {t(BACK[deed])}
        </Button>
        <Button size="small" onClick={onGoOn}>
          {t(GO_ON[deed])}
        </Button>
      </div>
    </section>
  )
}
