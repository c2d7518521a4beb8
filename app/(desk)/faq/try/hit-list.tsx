'use client'

import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { Fragment } from 'react'
import type { PickedRule } from '@/lib/faq/pick-rules'
import { Button } from '../../../_components/button'
import { Notice } from '../../../_components/notice'
import { HitRow } from './hit-row'
import type { Trial } from './use-try'

/** The rules found, best first, with a line where the floor is. */
export function HitList({ trial, onTeach }: { trial: Trial; onTeach?: (rule: PickedRule | null) => void }) {
  const t = useTranslations('faqTry')
  const format = useFormatter()
  const { found, result, asked, isRunning } = trial
  if (!found) return isRunning && <p className="late-in px-4 py-3.5 text-ink-3 text-sm">{t('searching')}</p>
  const { hits } = found
  const below = hits.findIndex((hit) => hit.score < hit.floor)
  const isMasked = found.question !== asked.question.trim()
  return (
    <section className="px-4 py-3.5">
      <h2 className="mb-1 flex items-baseline justify-between gap-2 font-semibold text-[12.5px] text-ink-2 leading-4.5">
        {t('hits')}
        <span className="font-normal text-ink-3">{hits.length > 0 && t('hitsLead')}</span>
      </h2>
      {isMasked && (
        <p lang={found.language} className="mb-1 text-ink-3 text-xs wrap-anywhere">
          {t('masked', { question: found.question })}
        </p>
      )}
      {found.openNames.length > 0 && (
        <Notice kind="info" className="my-1.5">
          {t('openNames', { names: format.list(found.openNames, { type: 'disjunction' }) })}
        </Notice>
      )}
      {hits.length === 0 && <p className="py-2 text-ink-3 text-sm leading-5">{t('noHits')}</p>}
      <ol>
        {hits.map((hit, index) => (
          <Fragment key={hit.id}>
            {index === below && (
              <li className="flex items-center gap-2 py-1 text-ink-3 text-xs before:h-px before:w-4 before:bg-line-strong after:h-px after:grow after:bg-line-strong">
                <Link href="/faq/floor" className="hover:text-ink hover:underline">
                  {t('floor', { floor: format.number(hit.floor, { minimumFractionDigits: 2, maximumFractionDigits: 2 }) })}
                </Link>
              </li>
            )}
            <HitRow hit={hit} use={result?.rules.find((rule) => rule.position === hit.position)} onTeach={onTeach} />
          </Fragment>
        ))}
      </ol>
      {onTeach && (
        <Button variant="quiet" size="small" className="mt-1 -ml-2" onClick={() => onTeach(null)}>
          {t('teach.other')}
        </Button>
      )}
    </section>
  )
}
