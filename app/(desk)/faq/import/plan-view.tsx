'use client'

import { useTranslations } from 'next-intl'
import type { DescribedPlan } from '@/lib/faq/import/describe-plan'
import type { ColumnMapping } from '@/lib/faq/read-import/schema'
import { cn } from '../../../_components/cn'
import { Field } from '../../../_components/field'
import { Select } from '../../../_components/input'
import { Notice } from '../../../_components/notice'
import { BadRows } from './bad-rows'
import { MappingTable } from './mapping-table'
import { PlanCounts } from './plan-counts'
import { PlannedChanges } from './planned-changes'

type PlanViewProps = {
  plan: DescribedPlan
  status: 'draft' | 'published'
  /** A newer one is on its way. */
  isStale: boolean
  onMapping: (mapping: ColumnMapping) => void
  onStatus: (status: 'draft' | 'published') => void
}

/** What the file would do, and what can be said otherwise about it. */
export function PlanView({ plan, status, isStale, onMapping, onStatus }: PlanViewProps) {
  const t = useTranslations('faqImport')
  const rules = useTranslations('faq')
  const { counts } = plan
  const isThere = (field: 'question' | 'answer') => plan.columns.some((column) => column.field === field)
  // Rows without an answer can be rules that are there and keep theirs.
  const isAnswerWanted = !isThere('answer') && counts.create + counts.update + counts.unchanged === 0
  const missing = isThere('question') ? (isAnswerWanted ? 'answer' : null) : isThere('answer') ? 'question' : 'both'
  const problems = plan.problems.length > 0 && <BadRows rows={plan.problems} total={counts.bad} />
  return (
    <>
      <div aria-live="polite" aria-busy={isStale} className={cn('transition-opacity', isStale && 'opacity-60')}>
        <PlanCounts counts={counts} />
      </div>
      {missing && <Notice kind="warning">{t('noColumn', { missing })}</Notice>}
      {/* What one does about it comes before what is wrong for want of it. */}
      {!missing && problems}
      <MappingTable columns={plan.columns} onChange={onMapping} />
      {missing && problems}
      <Field id="import-status" label={t('newStatus')} hint={t('newStatusHint')} className="max-w-80">
        <Select
          id="import-status"
          aria-describedby="import-status-hint"
          value={status}
          onChange={(event) => onStatus(event.target.value === 'published' ? 'published' : 'draft')}
        >
          <option value="draft">{rules('statuses.draft')}</option>
          <option value="published">{rules('statuses.published')}</option>
        </Select>
      </Field>
      {plan.changes.length > 0 && <PlannedChanges changes={plan.changes} total={counts.create + counts.update} />}
    </>
  )
}
