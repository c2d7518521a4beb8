'use client'

import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { PickedRule } from '@/lib/faq/pick-rules'
import type { FoundHit } from '@/lib/suggestions/try-shape'
import { Button } from '../../../_components/button'
import { cn } from '../../../_components/cn'
import { Tag } from '../../../_components/tag'

type HitRowProps = { hit: FoundHit; use?: { used: boolean; cited: boolean }; onTeach?: (rule: PickedRule) => void }

/** One rule: its score with the floor marked on it, what the score was summed from, and what became of it. */
export function HitRow({ hit, use, onTeach }: HitRowProps) {
  const t = useTranslations('faqTry')
  const format = useFormatter()
  const two = (value: number) => format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const isAbove = hit.isVerbatim || hit.score >= hit.floor
  const parts = Object.entries(hit.parts).filter(([, value]) => Math.abs(value) >= 0.005)
  return (
    <li className="py-2">
      <div className="flex items-baseline gap-1.5 text-[13.5px]">
        <span className="rounded-sm bg-accent-bg px-1 font-medium font-mono text-2xs text-accent">{hit.position}</span>
        <Link
          href={`/faq?rule=${hit.id}`}
          lang={hit.language}
          className={cn('min-w-0 rounded-sm hover:underline hover:underline-offset-3', isAbove ? 'font-medium' : 'text-ink-2')}
        >
          {hit.title}
        </Link>
        {hit.isVerbatim && <Tag>{t('verbatim')}</Tag>}
        {use?.cited ? <Tag>{t('cited')}</Tag> : use?.used && <Tag>{t('given')}</Tag>}
        <span className="ml-auto pl-2 text-ink-2">{two(hit.score)}</span>
      </div>
      <div
        role="img"
        aria-label={t('floorTick', { score: two(hit.score), floor: two(hit.floor) })}
        title={t('floorTick', { score: two(hit.score), floor: two(hit.floor) })}
        className="relative my-1.5 h-[3px] rounded-full bg-line"
      >
        <div
          className={cn('h-full rounded-full', isAbove ? 'bg-teal' : 'bg-control')}
          style={{ width: `${Math.round(Math.min(hit.score, 1) * 100)}%` }}
        />
        <div className="absolute -inset-y-1 w-px bg-ink-2" style={{ left: `${hit.floor * 100}%` }} />
      </div>
      <dl className="flex flex-wrap gap-x-3 text-xs">
        {parts.map(([name, value]) => (
          <div
            key={name}
            title={t.has(`partsHint.${name as 'words'}`) ? t(`partsHint.${name as 'words'}`) : undefined}
            className="flex gap-1"
          >
            <dt className="text-ink-3">{t.has(`parts.${name as 'words'}`) ? t(`parts.${name as 'words'}`) : name}</dt>
            <dd className="text-ink-2">{two(value)}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-0.5 flex items-start gap-2">
        <details className="min-w-0 grow text-ink-3 text-sm">
          <summary
            lang={hit.language}
            className="list-none truncate rounded-sm leading-7 hover:text-ink-2 [&::-webkit-details-marker]:hidden [details[open]>&]:hidden"
          >
            {hit.answer}
          </summary>
          <p lang={hit.language} className="whitespace-pre-wrap py-1 text-ink-2 leading-5.5">
            {hit.answer}
          </p>
        </details>
        {onTeach && !hit.isVerbatim && (
          <Button
            size="small"
            variant="quiet"
            className="-mr-2"
            aria-label={t('teach.thisLabel', { title: hit.title })}
            onClick={() => onTeach({ id: hit.id, version: hit.version, question: hit.title, language: hit.language })}
          >
            {t('teach.this')}
          </Button>
        )}
      </div>
    </li>
  )
}
