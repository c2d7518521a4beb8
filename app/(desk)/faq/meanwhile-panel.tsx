'use client'

import { useTranslations } from 'next-intl'
import type { Rule } from '@/lib/faq/schema'
import { Button } from '../../_components/button'
import { Notice } from '../../_components/notice'
import { clashingFields, type Versions } from './merge-forms'
import { RevisionDiff } from './revision-diff'
import { contentOf, type RuleForm } from './rule-form'

type MeanwhilePanelProps = {
  theirs: Rule
  versions: Versions
  /** Mine on top of theirs. */
  merged: RuleForm
  savedBy: string | null
  isPending: boolean
  /** Why saving mine on top did not succeed, in words. */
  wrong: string | null
  onTakeTheirs: () => void
  onSaveOnTop: () => void
}

/** Somebody saved while one was writing: what they changed, what would be left of both, and the choice. */
export function MeanwhilePanel({ theirs, versions, merged, savedBy, isPending, wrong, onTakeTheirs, onSaveOnTop }: MeanwhilePanelProps) {
  const t = useTranslations('faqEditor.meanwhile')
  const fields = useTranslations('faqCheck.history.fields')
  const common = useTranslations('common')
  const clashes = clashingFields(versions)
  return (
    <section aria-label={t('label')} className="flex flex-col gap-3 rounded-md border border-line-strong bg-pane p-3">
      <Notice kind="warning">{t('body', { name: savedBy ?? t('somebody'), n: theirs.version })}</Notice>
      <div>
        <h2 className="mb-1 font-semibold text-ink-2 text-sm">{t('theirs')}</h2>
        <div className="text-sm leading-5.5">
          <RevisionDiff before={contentOf(versions.base)} after={theirs} />
        </div>
      </div>
      <div className="border-t pt-3">
        <h2 className="mb-1 font-semibold text-ink-2 text-sm">{t('mine')}</h2>
        {clashes.length > 0 && (
          <p className="mb-1.5 text-amber text-sm">
            {t('both', { fields: clashes.map((field) => fields(field)).join(common('listEnd')) })}
          </p>
        )}
        <div className="text-sm leading-5.5">
          <RevisionDiff before={theirs} after={contentOf(merged)} />
        </div>
      </div>
      {wrong && <Notice kind="error">{wrong}</Notice>}
      <div className="flex flex-wrap items-center gap-1.5 border-t pt-3">
        <Button size="small" onClick={onTakeTheirs}>
          {t('take')}
        </Button>
        <Button size="small" variant="go" aria-disabled={isPending} onClick={onSaveOnTop}>
          {t('save')}
        </Button>
        <span className="text-ink-3 text-xs">{t('orEdit')}</span>
      </div>
    </section>
  )
}
