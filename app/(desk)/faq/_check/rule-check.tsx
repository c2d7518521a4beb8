'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { RuleConflict } from '@/lib/faq/check/find-conflicts'
import type { Rule, RuleInput } from '@/lib/faq/schema'
import { Button } from '../../../_components/button'
import { Notice } from '../../../_components/notice'
import { useAttempt } from '../../../_doors/use-attempt'
import { checkRuleAction } from './actions'
import { ConflictList } from './conflict-list'
import { ReplayPanel } from './replay-panel'
import { replayedStatus } from './replayed-status'

type Checked = { of: string; conflicts: RuleConflict[] }

/** What publishing the rule as it stands in the form would do: to other rules, and to the tickets there were. */
export function RuleCheck({ base, rule }: { base: Pick<Rule, 'id' | 'status'> | null; rule: RuleInput & Pick<Rule, 'status'> }) {
  const t = useTranslations('faqCheck')
  const { runAside, isPending, words } = useAttempt()
  const [checked, setChecked] = useState<Checked | null>(null)
  const of = JSON.stringify(rule)
  const conflicts = checked?.of === of ? checked.conflicts : null
  const ruleId = base?.id ?? null
  const change = { ruleId, rule: { ...rule, status: replayedStatus(rule.status, base?.status ?? null) } }
  return (
    <section className="mt-2 flex flex-col gap-3 border-t pt-4">
      <h2 className="font-semibold text-ink-2 text-sm">{t('title')}</h2>
      {words && <Notice kind="error">{words}</Notice>}
      <div className="flex items-center gap-2">
        <Button
          size="small"
          aria-disabled={isPending}
          onClick={() =>
            !isPending &&
            runAside(
              () => checkRuleAction(ruleId, rule),
              (found) => setChecked({ of, conflicts: found }),
            )
          }
        >
          {t('conflicts.check')}
        </Button>
        <span role="status" className="text-ink-3 text-sm">
          {isPending
            ? t('conflicts.running')
            : conflicts && (conflicts.length > 0 ? t('conflicts.title', { n: conflicts.length }) : t('conflicts.none'))}
        </span>
      </div>
      {conflicts && conflicts.length > 0 && <ConflictList conflicts={conflicts} language={rule.language} />}
      <ReplayPanel change={change} />
    </section>
  )
}
