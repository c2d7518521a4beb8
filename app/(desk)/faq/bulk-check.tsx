'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { RuleInConflict } from '@/lib/faq/check-rules'
import { useAttempt } from '../../_doors/use-attempt'
import { checkRulesAction } from './bulk-actions'

// As the server has it; lib/faq/check-rules.ts cannot be imported into a browser.
const MAX_CHECKED = 100
const MAX_LISTED = 5

/** Which of the chosen rules would repeat or contradict another once they are published. */
export function BulkCheck({ ids }: { ids: string[] }) {
  const t = useTranslations('faqList.check')
  const kinds = useTranslations('faqCheck.conflicts.kinds')
  const { run, isPending, words } = useAttempt()
  const [found, setFound] = useState<RuleInConflict[] | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for the rules that were chosen when it was opened
  useEffect(() => run(() => checkRulesAction(ids.slice(0, MAX_CHECKED)), setFound), [])
  return (
    <div role="status" className="text-sm leading-5">
      {isPending && <p className="text-ink-3">{t('running')}</p>}
      {words && <p className="text-red">{words}</p>}
      {found && <p className={found.length > 0 ? 'text-amber' : 'text-ink-3'}>{t('found', { n: found.length })}</p>}
      {found && found.length > 0 && (
        <ul className="mt-1 flex flex-col gap-1">
          {found.slice(0, MAX_LISTED).map(({ ruleId, question, worst }) => (
            <li key={ruleId} className="min-w-0 border-l-2 pl-2">
              <Link href={`/faq?rule=${ruleId}`} target="_blank" className="block truncate leading-6 hover:underline">
                {question}
              </Link>
              <Link href={`/faq?rule=${worst.ruleId}`} target="_blank" className="block truncate text-ink-3 leading-6 hover:underline">
                {kinds(worst.kind)} · {worst.question}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {found && found.length > MAX_LISTED && <p className="mt-1 text-ink-3">{t('more', { n: found.length - MAX_LISTED })}</p>}
      {ids.length > MAX_CHECKED && <p className="mt-1 text-ink-3">{t('first', { n: MAX_CHECKED })}</p>}
    </div>
  )
}
