'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { VariantIdea } from '@/lib/faq/variant-ideas'
import { Button } from '../../_components/button'

type VariantIdeaListProps = {
  language: string
  ideas: VariantIdea[]
  /** What went wrong. */
  problem: string | null
  isBusy?: boolean
  onAdd: (text: string) => void
}

/** How customers asked, and in which ticket; one click makes it a variant. */
export function VariantIdeaList({ language, ideas, problem, isBusy = false, onAdd }: VariantIdeaListProps) {
  const t = useTranslations('faqList.variants')
  const gaps = useTranslations('faqGaps')
  return (
    <>
      {problem && (
        <p role="alert" className="mb-2 text-red text-sm">
          {problem}
        </p>
      )}
      <ul className="border-t">
        {ideas.map(({ text, kind, count, ticket }) => (
          <li key={text} className="flex min-h-9 items-center gap-3 border-b py-1">
            <span lang={language} className="wrap-anywhere min-w-0 grow">
              {text}
            </span>
            <span className="shrink-0 text-ink-3 text-sm">{t(kind === 'missed' ? 'missed' : 'asked', { n: count })}</span>
            <Link
              href={`/tickets/${ticket.id}`}
              aria-label={gaps('ticket', { n: ticket.number })}
              className="shrink-0 text-accent text-sm hover:underline"
            >
              #{ticket.number}
            </Link>
            <Button size="small" aria-label={t('addOne', { text })} aria-disabled={isBusy} onClick={() => !isBusy && onAdd(text)}>
              {t('add')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
