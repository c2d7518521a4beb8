'use client'

import { ArrowRight } from 'lucide-react'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { Redraft } from '@/lib/faq/check/redraft-change'
import type { Answering, ReplayedTicket } from '@/lib/faq/check/replay-change'
import type { Language } from '@/prisma/generated/enums'
import { cn } from '../../../_components/cn'
import { RungChip } from '../../../_components/rung-chip'

const COLOURS: Record<ReplayedTicket['kind'], string> = {
  closed: 'bg-teal-bg text-teal',
  lost: 'bg-amber-bg text-amber',
  other: 'bg-grey-bg text-ink-2',
  reworded: 'bg-grey-bg text-ink-2',
}

type ReplayRowProps = { item: ReplayedTicket; ruleId: string | null; draft?: Redraft; isDrafting: boolean }

/** One ticket: which rule answered it, which would, and, once drafted again, both replies side by side. */
export function ReplayRow({ item, ruleId, draft, isDrafting }: ReplayRowProps) {
  const t = useTranslations('faqCheck.replay')
  const { kind, language, before, after } = item
  return (
    <li className="border-b py-2.5 text-sm">
      <div className="flex items-baseline gap-2">
        <span title={t(`kindHints.${kind}`)} className={cn('shrink-0 rounded-sm px-1.5 text-[11.5px] leading-4', COLOURS[kind])}>
          {t(`kinds.${kind}`)}
        </span>
        <p lang={language} className="line-clamp-2 min-w-0 grow text-ink wrap-anywhere">
          {item.question}
        </p>
        <Link
          href={`/tickets/${item.ticketId}`}
          target="_blank"
          className="shrink-0 rounded-sm text-ink-3 text-xs hover:text-ink hover:underline hover:underline-offset-3"
        >
          #{item.number}
        </Link>
      </div>
      <p className="mt-1 flex flex-wrap items-baseline gap-x-1.5 text-ink-2 text-xs">
        <span className="sr-only">{t('before')}</span>
        <RuleName answering={before} ruleId={ruleId} language={language} />
        <ArrowRight aria-hidden="true" className="size-3 self-center text-ink-3" />
        <span className="sr-only">{t('after')}</span>
        <RuleName answering={after} ruleId={ruleId} language={language} />
      </p>
      {(draft || isDrafting) && (
        <div className="mt-2 grid grid-cols-2 gap-3 max-md:grid-cols-1">
          <Reply title={t('sent')} text={item.sent} language={language} none={t('neverSent')} />
          <Reply title={t('wouldBe')} text={draft?.plainText ?? null} language={language} none={t('waiting')} draft={draft} />
        </div>
      )}
    </li>
  )
}

function RuleName({ answering, ruleId, language }: { answering: Answering | null; ruleId: string | null; language: Language }) {
  const t = useTranslations('faqCheck.replay')
  const format = useFormatter()
  if (!answering) return <span className="text-ink-3">{t('noRule')}</span>
  const isThis = answering.ruleId === (ruleId ?? 'new')
  const score = format.number(answering.score, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  return (
    <span>
      {isThis ? (
        <span className="font-medium text-ink">{t('thisRule')}</span>
      ) : (
        <Link
          href={`/faq?rule=${answering.ruleId}`}
          target="_blank"
          lang={language}
          className="rounded-sm hover:text-ink hover:underline hover:underline-offset-3"
        >
          {answering.title}
        </Link>
      )}{' '}
      <span className="text-ink-3">{score}</span>
    </span>
  )
}

type ReplyProps = { title: string; text: string | null; language: Language; none: string; draft?: Redraft }

function Reply({ title, text, language, none, draft }: ReplyProps) {
  return (
    <div className="rounded-md bg-sunk px-3 py-2">
      <h3 className="mb-1 flex items-center gap-1.5 text-ink-3 text-xs">
        {title}
        {draft && <RungChip rung={draft.rung} />}
      </h3>
      {text === null ? (
        <p className="text-ink-3">{none}</p>
      ) : (
        <p lang={language} className="whitespace-pre-wrap text-ink-2 leading-5.5 wrap-anywhere">
          {text}
        </p>
      )}
    </div>
  )
}
