'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { RuleConflict } from '@/lib/faq/check/find-conflicts'
import type { useDeskAttempt } from '../../../_held/use-desk-attempt'
import { checkVariantAction } from './actions'

type Attempting = ReturnType<typeof useDeskAttempt>
type Asked = { conflicts: RuleConflict[]; go: () => void }

/**
 * Before a rule is given one more way to ask, what it would repeat or contradict: where there is anything, the admin decides; see ConflictPanel.
 * Who has left meanwhile is told that it was not given.
 * @param ask and @param fail of the attempt that gives it
 */
export function useVariantCheck(ask: Attempting['ask'], fail: Attempting['fail']) {
  const t = useTranslations('faqEditor.left')
  const [asked, setAsked] = useState<Asked | null>(null)
  return {
    conflicts: asked?.conflicts ?? [],
    check: (ruleId: string, variant: string, go: () => void) => {
      setAsked(null)
      ask(
        () => checkVariantAction(ruleId, variant),
        (conflicts, isHere) => {
          if (conflicts.length === 0) go()
          else if (isHere) setAsked({ conflicts, go })
          else fail(t('added'))
        },
      )
    },
    goOn: () => {
      setAsked(null)
      asked?.go()
    },
    drop: () => setAsked(null),
  }
}
