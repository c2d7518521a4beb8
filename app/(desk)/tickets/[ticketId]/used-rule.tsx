'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { SuggestionRule } from '@/lib/tickets/get-ticket'
import { cn } from '../../../_components/cn'
import { useAssistant } from './assistant-context'
import { cutSpans } from './cut-spans'
import { useReplyState } from './reply-context'
import { RuleActions } from './rule-actions'
import { RuleFacts } from './rule-facts'

/** A rule that the draft was made from. The words that support a sentence are marked, those of the lit sentence strongest. */
export function UsedRule({ rule, isActive }: { rule: SuggestionRule; isActive: boolean }) {
  const t = useTranslations('ticket.assistant')
  const format = useFormatter()
  const { language } = useAssistant()
  const { placed, lit, setLit } = useReplyState()
  const light = () => setLit({ kind: 'rule', position: rule.position })
  const douse = () => setLit(null)
  const supports = placed.flatMap(({ index, sentence }) => {
    const { support } = sentence
    return support?.position === rule.position ? [{ start: support.start, end: support.end, index }] : []
  })
  const chosen = lit?.kind === 'sentence' ? supports.filter(({ index }) => index === lit.index) : []
  const score = format.number(rule.score, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  return (
    <article onMouseEnter={light} onMouseLeave={douse} onFocus={light} onBlur={douse}>
      <h4 className="flex items-baseline gap-1.5 font-medium text-[13.5px]">
        <span className="rounded-sm bg-accent-bg px-1 font-medium font-mono text-2xs text-accent">{rule.position}</span>
        <span lang={language} className="min-w-0">
          {rule.title}
        </span>
        <span className="ml-auto font-normal text-ink-3 text-xs" title={t('score', { score })}>
          {score}
        </span>
      </h4>
      <p lang={language} className="mt-1 whitespace-pre-wrap text-[13.5px] text-ink-2 leading-5.5">
        {cutSpans(rule.answer, chosen.length > 0 ? chosen : supports).map(({ text, start, isIn }) => (
          <span key={start} className={cn('rounded-xs transition-colors', isIn && 'bg-lit text-ink')}>
            {text}
          </span>
        ))}
      </p>
      <div aria-hidden="true" className="my-1.5 h-[3px] overflow-hidden rounded-full bg-line">
        <div className="h-full rounded-full bg-teal" style={{ width: `${Math.round(Math.min(rule.score, 1) * 100)}%` }} />
      </div>
      <div className="flex flex-wrap items-center">
        <RuleFacts rule={rule} className="grow" />
        <RuleActions rule={rule} isActive={isActive} />
      </div>
    </article>
  )
}
