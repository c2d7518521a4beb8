'use client'

import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { useRef } from 'react'
import type { SuggestionRule } from '@/lib/tickets/get-ticket'
import { Button } from '../../../_components/button'
import { Section } from '../../../_components/pane'
import { useHotkeys } from '../../../_components/use-hotkeys'
import { newRuleHref } from '../../faq/faq-href'
import { useAssistant } from './assistant-context'
import { isBeingMade } from './draft'
import { useReplyState } from './reply-context'
import { RuleActions } from './rule-actions'
import { RuleFacts } from './rule-facts'
import { UsedRule } from './used-rule'

/** The rules that were found, apart by what became of them: cited in the draft, given to it, found and left out. */
export function RuleList() {
  const t = useTranslations('ticket.assistant')
  const words = useTranslations('assistant.rules')
  const { language, question, isAdmin } = useAssistant()
  const { draft, base, lit } = useReplyState()
  const list = useRef<HTMLDivElement>(null)
  const rules = base?.rules ?? []
  const groups = {
    cited: rules.filter((rule) => rule.cited),
    used: rules.filter((rule) => rule.used && !rule.cited),
    found: rules.filter((rule) => !rule.used && !rule.cited),
  }
  // The keys mean the rule one is looking at, else the first of those that count.
  const active = (lit?.kind === 'rule' ? lit.position : undefined) ?? [...groups.cited, ...groups.used, ...groups.found][0]?.position
  const press = (what: 'open' | 'wrong') => list.current?.querySelector<HTMLElement>(`[data-rule-${what}="${active}"]`)?.click()
  useHotkeys({ o: () => press('open'), w: () => press('wrong') })

  if (!draft && !base) return null
  const summary =
    rules.length > 0 ? t('rulesSummary', { found: rules.length, cited: rules.filter((rule) => rule.cited).length }) : undefined
  // Rules were found, and each would do: that is no gap.
  const isAskedBack = base?.cause === 'which_one'
  const hasNone = groups.cited.length + groups.used.length === 0
  return (
    <Section title={t('rules')} aside={summary}>
      {hasNone && (
        <div className="mb-2 flex flex-col items-start gap-2 text-ink-3 text-sm leading-5">
          {isAskedBack ? words('whichOne') : t(isBeingMade(draft) ? 'rulesPending' : 'rulesNone')}
          {!isBeingMade(draft) && !isAskedBack && isAdmin && (
            <Button asChild size="small">
              <Link href={newRuleHref(language, question)}>{t('addRule')}</Link>
            </Button>
          )}
        </div>
      )}
      <div ref={list} className="flex flex-col">
        {(['cited', 'used', 'found'] as const).map(
          (group) =>
            groups[group].length > 0 && (
              <div key={group} className="[&+&]:mt-1 [&+&]:border-t [&+&]:pt-2">
                <h3 id={`rules-${group}`} className="text-ink-3 text-xs">
                  {words(group)}
                </h3>
                <ul aria-labelledby={`rules-${group}`}>
                  {groups[group].map((rule) => (
                    <li key={rule.position} className={group === 'found' ? 'py-0.5' : 'border-line py-2 first:pt-1 [&+&]:border-t'}>
                      {group === 'found' ? (
                        <OtherRule rule={rule} isActive={rule.position === active} />
                      ) : (
                        <UsedRule rule={rule} isActive={rule.position === active} />
                      )}
                    </li>
                  ))}
                </ul>
              </div>
            ),
        )}
      </div>
    </Section>
  )
}

/** Found but not given to the draft: folded away, one click from being read. */
function OtherRule({ rule, isActive }: { rule: SuggestionRule; isActive: boolean }) {
  const format = useFormatter()
  const { language } = useAssistant()
  return (
    <details className="group text-ink-3">
      <summary className="flex list-none items-baseline gap-1.5 rounded-sm text-[13.5px] hover:text-ink-2 [&::-webkit-details-marker]:hidden">
        <span className="shrink-0">{rule.position} ·</span>
        <span lang={language} className="min-w-0 truncate">
          {rule.title}
        </span>
        <span className="ml-auto text-xs">{format.number(rule.score, { minimumFractionDigits: 2, maximumFractionDigits: 2 })}</span>
      </summary>
      <p lang={language} className="mt-1 whitespace-pre-wrap text-[13.5px] leading-5.5">
        {rule.answer}
      </p>
      <div className="mt-1 flex flex-wrap items-center">
        <RuleFacts rule={rule} className="grow" />
        <RuleActions rule={rule} isActive={isActive} />
      </div>
    </details>
  )
}
