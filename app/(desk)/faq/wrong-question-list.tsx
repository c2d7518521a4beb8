'use client'

import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { useRef } from 'react'
import type { Rule } from '@/lib/faq/schema'
import type { WrongQuestion } from '@/lib/retrieval/list-wrong-questions'
import { Button } from '../../_components/button'
import { Notice } from '../../_components/notice'
import { useAttempt } from '../../_doors/use-attempt'
import { removeWrongQuestionAction } from './phrasing-actions'

/** The questions that agents called this rule wrong for; an admin who sees it otherwise takes them out. */
export function WrongQuestionList({ rule, questions }: { rule: Rule; questions: WrongQuestion[] }) {
  const t = useTranslations('assistant.wrongFor')
  const gaps = useTranslations('faqGaps')
  const format = useFormatter()
  const { run, isPending, words } = useAttempt()
  const title = useRef<HTMLElement>(null)
  return (
    <details open={questions.length > 0 && questions.length <= 5}>
      <summary ref={title} className="w-fit rounded-sm font-medium text-ink-2 text-sm marker:text-ink-3">
        {t('title')} <span className="font-normal text-ink-3">{t('count', { n: questions.length })}</span>
      </summary>
      <p className="mt-1 mb-2 text-pretty text-ink-3 text-xs">{t(questions.length === 0 ? 'empty' : 'hint')}</p>
      {words && (
        <Notice kind="error" className="mb-2">
          {words}
        </Notice>
      )}
      {questions.length > 0 && (
        <ul className="border-t">
          {questions.map(({ id, text, createdAt, agent, suggestion }) => (
            <li key={id} className="flex min-h-9 items-center gap-2 border-b py-1 text-sm max-md:flex-wrap">
              <span lang={rule.language} className="min-w-0 grow wrap-anywhere">
                {text}
              </span>
              <span className="shrink-0 text-ink-3 text-xs">
                {agent?.name}{' '}
                <time dateTime={createdAt.toISOString()}>{format.dateTime(createdAt, { month: 'numeric', day: 'numeric' })}</time>
              </span>
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
                variant="quiet"
                aria-label={t('removeOne', { text })}
                aria-disabled={isPending}
                // The row goes with its button: the focus must not go with it.
                onClick={() =>
                  !isPending &&
                  run(
                    () => removeWrongQuestionAction(id),
                    () => title.current?.focus(),
                  )
                }
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
