'use client'

import { useTranslations } from 'next-intl'
import type { GapList } from '@/lib/faq/gaps/list-gaps'
import { Button } from '../../../_components/button'
import { useDeskAttempt } from '../../../_held/use-desk-attempt'
import { restoreGapAction } from './actions'

export function DismissedGap({ gap, isAdmin }: { gap: GapList['dismissed'][number]; isAdmin: boolean }) {
  const t = useTranslations('faqGaps')
  const { run, isPending, words } = useDeskAttempt(gap.question)
  return (
    <li className="flex min-h-8 items-center gap-2">
      <span className="min-w-0 grow">
        <span lang={gap.language} className="block truncate text-ink-2 text-sm">
          {gap.question}
        </span>
        {words && (
          <span role="alert" className="text-red">
            {words}
          </span>
        )}
      </span>
      <span className="shrink-0">{t('asked', { n: gap.count })}</span>
      {isAdmin && (
        <Button
          variant="quiet"
          size="small"
          aria-label={t('restoreOne', { question: gap.question })}
          aria-disabled={isPending}
          onClick={() => !isPending && run(() => restoreGapAction(gap.decisionId))}
        >
          {t('restore')}
        </Button>
      )}
    </li>
  )
}
