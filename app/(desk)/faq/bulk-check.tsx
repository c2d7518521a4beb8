'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { RuleInConflict } from '@/lib/faq/check/check-each'
import { useAttempt } from '../../_doors/use-attempt'
import { checkInGoes, MAX_TOGETHER } from './check-in-goes'

type BulkCheckProps = { ids: string[]; listed?: number }

/** Which of these rules repeat or contradict another, or would once they are published. */
export function BulkCheck({ ids, listed = 5 }: BulkCheckProps) {
  const t = useTranslations('faqList.check')
  const kinds = useTranslations('faqCheck.conflicts.kinds')
  const { runAside, isPending, words } = useAttempt()
  const [found, setFound] = useState<RuleInConflict[] | null>(null)
  const [checked, setChecked] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for the rules that were chosen when it was opened
  useEffect(() => {
    let isWanted = true
    const onFound = (soFar: RuleInConflict[], n: number) => {
      if (!isWanted) return
      setFound(soFar)
      setChecked(n)
    }
    runAside(() => checkInGoes(ids, { isWanted: () => isWanted, onFound }))
    return () => {
      isWanted = false
    }
  }, [])
  const isDone = found !== null && checked === ids.length
  return (
    <div role="status" className="text-sm leading-5">
      {isPending && !isDone && (
        <p className="text-ink-3">{checked === 0 ? t('running') : t('progress', { done: checked, n: ids.length })}</p>
      )}
      {words && <p className="text-red">{words}</p>}
      {found && (isDone || found.length > 0) && (
        <p className={found.length > 0 ? 'text-amber' : 'text-ink-3'}>{t('found', { n: found.length })}</p>
      )}
      {found && found.length > 0 && (
        <ul className="mt-1 flex flex-col gap-1">
          {found.slice(0, listed).map(({ ruleId, question, worst }) => (
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
      {found && found.length > listed && <p className="mt-1 text-ink-3">{t('more', { n: found.length - listed })}</p>}
      {ids.length > MAX_TOGETHER && <p className="mt-1 text-ink-3">{t('apart', { n: MAX_TOGETHER })}</p>}
    </div>
  )
}
