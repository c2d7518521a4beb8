'use client'

import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { SuggestionRule } from '@/lib/tickets/get-ticket'
import type { Language } from '@/prisma/generated/enums'
import { Button } from '../../../_components/button'
import { Section } from '../../../_components/pane'
import { isBeingMade } from './draft'
import { useReplyState } from './reply-context'
import { UsedRule } from './used-rule'

/** The rules that were found: those given to the draft in full, the others as one dim line each. */
export function RuleList({ language, isAdmin }: { language: Language; isAdmin: boolean }) {
  const t = useTranslations('ticket.assistant')
  const { draft, base } = useReplyState()
  if (!draft && !base) return null
  const rules = base?.rules ?? []
  const used = rules.filter((rule) => rule.used)
  const others = rules.filter((rule) => !rule.used)
  const summary =
    rules.length > 0 ? t('rulesSummary', { found: rules.length, cited: rules.filter((rule) => rule.cited).length }) : undefined
  return (
    <Section title={t('rules')} aside={summary}>
      {used.length === 0 && (
        <div className="mb-2 flex flex-col items-start gap-2 text-ink-3 text-sm leading-5">
          {t(isBeingMade(draft) ? 'rulesPending' : 'rulesNone')}
          {!isBeingMade(draft) && isAdmin && (
            <Button asChild size="small">
              <Link href={`/faq?new=${language}`}>{t('addRule')}</Link>
            </Button>
          )}
        </div>
      )}
      <ul className="flex flex-col">
        {used.map((rule) => (
          <li key={rule.position} className="border-line py-2 first:pt-0 [&+&]:border-t">
            <UsedRule rule={rule} language={language} />
          </li>
        ))}
        {others.map((rule) => (
          <li key={rule.position} className="border-line py-2 first:pt-0 [&+&]:border-t [li+&]:border-t">
            <OtherRule rule={rule} language={language} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Found but not given to the draft: folded away, one click from being read. */
function OtherRule({ rule, language }: { rule: SuggestionRule; language: Language }) {
  const format = useFormatter()
  return (
    <details className="group text-ink-3">
      <summary className="flex list-none items-baseline gap-1.5 rounded-sm text-[13.5px] hover:text-ink-2 [&::-webkit-details-marker]:hidden">
        <span className="shrink-0">{rule.position} ·</span>
        <span lang={language} className="min-w-0 truncate">
          {rule.title}
        </span>
        <span className="ml-auto text-xs">{format.number(rule.score, { minimumFractionDigits: 2, maximumFractionDigits: 2 })}</span>
      </summary>
      <p lang={language} className="mt-1 text-[13.5px] leading-5.5">
        {rule.answer}
      </p>
    </details>
  )
}
