'use client'

import { ThumbsDown } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { SuggestionRule } from '@/lib/tickets/get-ticket'
import { Button } from '../../../_components/button'
import { Kbd } from '../../../_components/kbd'
import { setWrongRuleAction } from './assistant-actions'
import { useShownDraft } from './assistant-context'
import { useTicketAttempt } from './use-ticket-attempt'

/** What one can do with a rule that was found: read it in full, or say that it answers something else. */
export function RuleActions({ rule, isActive }: { rule: SuggestionRule; isActive: boolean }) {
  const t = useTranslations('assistant.rules')
  const draft = useShownDraft()
  const { run, isPending, words } = useTicketAttempt()
  const said = draft?.wrongRules.find(({ ruleId }) => ruleId === rule.id)
  const set = (isWrong: boolean) =>
    draft && !isPending && run(() => setWrongRuleAction({ suggestionId: draft.id, ruleId: rule.id }, isWrong))
  return (
    <>
      <div className="-mr-2 ml-auto flex items-center">
        <Button asChild variant="quiet" size="small" className="h-6 text-xs">
          <Link href={`/faq?rule=${rule.id}`} data-rule-open={rule.position}>
            {t('open')}
            <span className="sr-only">{t('of', { title: rule.title })}</span>
            {isActive && (
              <Kbd aria-hidden="true" className="max-md:hidden">
                O
              </Kbd>
            )}
          </Link>
        </Button>
        {draft && !said && (
          <Button
            variant="quiet"
            size="small"
            className="h-6 text-xs"
            data-rule-wrong={rule.position}
            aria-disabled={isPending}
            onClick={() => set(true)}
          >
            {t('wrong')}
            <span className="sr-only">{t('of', { title: rule.title })}</span>
            {isActive && (
              <Kbd aria-hidden="true" className="max-md:hidden">
                W
              </Kbd>
            )}
          </Button>
        )}
      </div>
      {said && (
        <p role="status" className="mt-0.5 flex basis-full items-start gap-1.5 rounded-md bg-amber-bg px-2 py-1 text-amber text-xs">
          <ThumbsDown className="mt-0.75 size-3 shrink-0" />
          <span className="grow">
            {t(said.isRemoved ? 'saidAndTaken' : 'saidBy', { name: said.agent?.name ?? t('somebody') })}
            {draft?.rung === 'verbatim' && rule.cited && ` ${t('verbatim')}`}
          </span>
          <button
            type="button"
            data-rule-wrong={rule.position}
            aria-disabled={isPending}
            onClick={() => set(false)}
            className="shrink-0 rounded-sm font-medium underline underline-offset-2"
          >
            {t('undo')}
            <span className="sr-only">{t('undoOf', { title: rule.title })}</span>
          </button>
        </p>
      )}
      {words && (
        <p role="alert" className="basis-full text-red text-xs">
          {words}
        </p>
      )}
    </>
  )
}
