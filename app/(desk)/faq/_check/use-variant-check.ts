'use client'

import { useState } from 'react'
import type { RuleConflict } from '@/lib/faq/find-conflicts'
import type { useAttempt } from '../../../_doors/use-attempt'
import { checkVariantAction } from './actions'

type Asked = { conflicts: RuleConflict[]; go: () => void }

/**
 * Before a rule is given one more way to ask, what it would repeat or contradict: where there is anything, the admin decides; see ConflictPanel.
 * @param run of the attempt that gives it
 */
export function useVariantCheck(run: ReturnType<typeof useAttempt>['run']) {
  const [asked, setAsked] = useState<Asked | null>(null)
  return {
    conflicts: asked?.conflicts ?? [],
    check: (ruleId: string, variant: string, go: () => void) => {
      setAsked(null)
      run(
        () => checkVariantAction(ruleId, variant),
        (conflicts) => (conflicts.length > 0 ? setAsked({ conflicts, go }) : go()),
      )
    },
    goOn: () => {
      setAsked(null)
      asked?.go()
    },
    drop: () => setAsked(null),
  }
}
