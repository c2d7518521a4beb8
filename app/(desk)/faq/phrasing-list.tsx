'use client'

import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { useRef } from 'react'
import type { LearnedPhrasing } from '@/lib/retrieval/list-phrasings'
import { Button } from '../../_components/button'
import { Notice } from '../../_components/notice'
import { useAttempt } from '../../_doors/use-attempt'
import { useEditor } from './editor-context'
import { adoptPhrasingAction, removePhrasingAction } from './phrasing-actions'

type PhrasingListProps = {
  rule: { id: string; version: number; language: string }
  phrasings: LearnedPhrasing[]
  /** The most that are kept. */
  most: number
}

/** What the rule has learnt from replies that were sent; each can be taken out for good, or made a way to ask of its own. */
export function PhrasingList({ rule, phrasings, most }: PhrasingListProps) {
  const t = useTranslations('faqEditor.learned')
  const gaps = useTranslations('faqGaps')
  const format = useFormatter()
  const { adoptMine } = useEditor()
  const { run, isPending, words } = useAttempt()
  const title = useRef<HTMLElement>(null)
  // The row goes with its buttons: the focus must not go with them.
  const focusOn = () => title.current?.focus()
  return (
    <details open={phrasings.length > 0 && phrasings.length <= 5}>
      <summary ref={title} className="w-fit rounded-sm font-medium text-ink-2 text-sm marker:text-ink-3">
        {t('title')} <span className="font-normal text-ink-3">{t('count', { n: phrasings.length, most })}</span>
      </summary>
      <p className="mt-1 mb-2 text-pretty text-ink-3 text-xs">{phrasings.length === 0 ? t('empty') : t('hint', { most })}</p>
      {words && (
        <Notice kind="error" className="mb-2">
          {words}
        </Notice>
      )}
      {phrasings.length > 0 && (
        <ul className="border-t">
          {phrasings.map(({ id, text, createdAt, suggestion }) => (
            <li key={id} className="flex min-h-9 items-center gap-2 border-b py-1 text-sm">
              <span lang={rule.language} className="wrap-anywhere min-w-0 grow">
                {text}
              </span>
              <time dateTime={createdAt.toISOString()} className="shrink-0 text-ink-3 text-xs">
                {format.dateTime(createdAt, { month: 'numeric', day: 'numeric' })}
              </time>
              {suggestion && (
                <Link
                  href={`/tickets/${suggestion.ticket.id}`}
                  aria-label={gaps('ticket', { n: suggestion.ticket.number })}
                  className="shrink-0 text-accent hover:underline"
                >
                  #{suggestion.ticket.number}
                </Link>
              )}
              <Button
                size="small"
                aria-label={t('adoptOne', { text })}
                aria-disabled={isPending}
                onClick={() =>
                  !isPending &&
                  run(
                    () => adoptPhrasingAction({ id: rule.id, version: rule.version }, id),
                    (changed) => {
                      adoptMine(changed)
                      focusOn()
                    },
                  )
                }
              >
                {t('adopt')}
              </Button>
              <Button
                size="small"
                variant="quiet"
                aria-label={t('removeOne', { text })}
                aria-disabled={isPending}
                onClick={() => !isPending && run(() => removePhrasingAction(id), focusOn)}
              >
                {t('remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}
