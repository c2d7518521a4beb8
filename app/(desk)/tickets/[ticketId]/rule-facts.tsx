'use client'

import { useFormatter, useNow, useTranslations } from 'next-intl'
import type { SuggestionRule } from '@/lib/tickets/get-ticket'
import { cn } from '../../../_components/cn'
import { useAssistant } from './assistant-context'

/** Which version of a rule the draft was made from, whether that is still the one in force, and how long it holds. */
export function RuleFacts({ rule, className }: { rule: SuggestionRule; className?: string }) {
  const t = useTranslations('assistant.rules')
  const format = useFormatter()
  const now = useNow()
  const { ruleStates } = useAssistant()
  const state = ruleStates.find(({ id }) => id === rule.id)
  const date = (moment: Date) => format.dateTime(moment, { dateStyle: 'medium' })
  const isChanged = state && state.version !== rule.version
  const standing = !state
    ? null
    : state.status === 'archived'
      ? t('archived')
      : state.status === 'draft'
        ? t('unpublished')
        : state.validUntil && state.validUntil <= now
          ? t('expired', { date: date(state.validUntil) })
          : null
  const validity = [
    state?.validFrom && state.validFrom > now && t('from', { date: date(state.validFrom) }),
    state?.validUntil && t('until', { date: date(state.validUntil) }),
  ]
  return (
    <span className={cn('flex flex-wrap gap-x-1.5 text-ink-3 text-xs', className)}>
      <span className={cn(isChanged && 'text-amber')} title={isChanged ? t('changedHint') : undefined}>
        {isChanged ? t('changed', { old: rule.version, now: state.version }) : t('version', { old: rule.version })}
      </span>
      {standing && <span className="text-amber">{standing}</span>}
      {!standing && validity.map((words) => words && <span key={words}>{words}</span>)}
    </span>
  )
}
