'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { diffRevisions } from '@/lib/faq/diff-revisions'
import type { DiffPiece } from '@/lib/faq/diff-texts'
import type { RuleContent } from '@/lib/faq/schema'
import { MOMENT } from '../../_components/moments'

/** What a version changed, field by field: taken out struck through, put in underlined. */
export function RevisionDiff({ before, after }: { before: RuleContent; after: RuleContent }) {
  const t = useTranslations('faqCheck.history')
  const faq = useTranslations('faq')
  const common = useTranslations('common')
  const format = useFormatter()
  const diff = diffRevisions(before, after)
  const date = (moment: Date | null) => (moment ? format.dateTime(moment, MOMENT) : t('always'))
  const rows: [keyof typeof diff, ReactNode][] = [
    ['question', diff.question && <Pieces pieces={diff.question} />],
    ['answer', diff.answer && <Pieces pieces={diff.answer} />],
    ['variants', diff.variants && <Listed {...diff.variants} />],
    ['category', diff.category && <Turned before={diff.category.before || t('none')} after={diff.category.after || t('none')} />],
    ['entity', diff.entity && <Turned before={diff.entity.before || t('none')} after={diff.entity.after || t('none')} />],
    ['tags', diff.tags && <Listed {...diff.tags} />],
    ['language', diff.language && <Turned before={common(diff.language.before)} after={common(diff.language.after)} />],
    ['status', diff.status && <Turned before={faq(`statuses.${diff.status.before}`)} after={faq(`statuses.${diff.status.after}`)} />],
    ['validFrom', diff.validFrom && <Turned before={date(diff.validFrom.before)} after={date(diff.validFrom.after)} />],
    ['validUntil', diff.validUntil && <Turned before={date(diff.validUntil.before)} after={date(diff.validUntil.after)} />],
  ]
  const shown = rows.filter(([, words]) => words)
  if (shown.length === 0) return <p className="text-ink-3">{t('nothing')}</p>
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 max-md:grid-cols-1">
      {shown.map(([field, words]) => (
        <div key={field} className="contents">
          <dt className="text-ink-3">{t(`fields.${field}`)}</dt>
          <dd lang={after.language} className="min-w-0 wrap-anywhere">
            {words}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Pieces({ pieces }: { pieces: DiffPiece[] }) {
  let at = 0
  return (
    <span className="whitespace-pre-wrap">
      {pieces.map(({ kind, text }) => {
        const key = `${kind} ${at}`
        at += text.length
        if (kind === 'added') return <Added key={key}>{text}</Added>
        return kind === 'removed' ? <Removed key={key}>{text}</Removed> : <span key={key}>{text}</span>
      })}
    </span>
  )
}

function Listed({ added, removed }: { added: string[]; removed: string[] }) {
  return (
    <ul>
      {removed.map((text) => (
        <li key={`- ${text}`}>
          <Removed>{text}</Removed>
        </li>
      ))}
      {added.map((text) => (
        <li key={`+ ${text}`}>
          <Added>{text}</Added>
        </li>
      ))}
    </ul>
  )
}

function Turned({ before, after }: { before: string; after: string }) {
  return (
    <>
      <Removed>{before}</Removed> <Added>{after}</Added>
    </>
  )
}

// The line under and through says the same as the colour.
function Added({ children }: { children: string }) {
  return <ins className="rounded-xs bg-teal-bg text-teal decoration-1 underline-offset-3">{children}</ins>
}

function Removed({ children }: { children: string }) {
  return <del className="rounded-xs bg-grey-bg text-ink-3 decoration-1">{children}</del>
}
