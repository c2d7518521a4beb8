'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { Gap } from '@/lib/faq/gaps/list-gaps'
import { Button } from '../../../_components/button'
import { Popover, PopoverClose, PopoverContent, PopoverTrigger } from '../../../_components/popover'
import { useDeskAttempt } from '../../../_held/use-desk-attempt'
import { newRuleHref } from '../faq-href'
import { dismissGapAction, writeGapRuleAction } from './actions'

type GapActionsProps = { gap: Pick<Gap, 'id' | 'question' | 'language' | 'rule'>; days: number; isAnswered: boolean }

/**
 * What an admin does with a gap: write the rule, or say that it is none. Where an agent has answered, the rule begins with those words, where
 * nobody has, with the question.
 */
export function GapActions({ gap: { id: gapId, question, language, rule }, days, isAnswered }: GapActionsProps) {
  const t = useTranslations('faqGaps')
  const router = useRouter()
  const { run, ask, isPending, words } = useDeskAttempt(question)
  const place = { suggestionId: gapId, days }
  const write = () =>
    ask(
      () => writeGapRuleAction(place),
      (ruleId, isHere) => isHere && router.push(`/faq?rule=${ruleId}`),
    )
  return (
    <>
      {words && (
        <span role="alert" className="min-w-0 truncate text-red text-sm">
          {words}
        </span>
      )}
      <Popover>
        <PopoverTrigger asChild>
          <Button variant="quiet" size="small">
            {t('dismiss')}
          </Button>
        </PopoverTrigger>
        <PopoverContent align="end">
          <p className="mb-3 text-ink-2 text-sm leading-5">{t('dismissAsk')}</p>
          <PopoverClose asChild>
            <Button size="small" onClick={() => !isPending && run(() => dismissGapAction(place))}>
              {t('dismissConfirm')}
            </Button>
          </PopoverClose>
        </PopoverContent>
      </Popover>
      {rule ? (
        <Button asChild size="small" variant="go">
          <Link href={`/faq?rule=${rule.id}`}>{t(rule.status === 'draft' ? 'openDraft' : 'openRule')}</Link>
        </Button>
      ) : isAnswered ? (
        <Button size="small" variant="go" aria-disabled={isPending} onClick={() => !isPending && write()}>
          {t(isPending ? 'writing' : 'write')}
        </Button>
      ) : (
        <Button asChild size="small" variant="go">
          <Link href={newRuleHref(language, question)}>{t('writeYourself')}</Link>
        </Button>
      )}
    </>
  )
}
