'use client'

import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode, Ref } from 'react'
import { Notice } from '../../_components/notice'

type Question = { id: string; text: string; createdAt: Date; suggestion: { ticket: { id: string; number: number } } | null }

type QuestionListProps<Item extends Question> = {
  /** Takes the focus when a row goes with its button. */
  titleRef: Ref<HTMLElement>
  title: string
  count: string
  hint: string
  /** What went wrong. */
  problem: string | null | undefined
  language: string
  questions: Item[]
  byOf?: (question: Item) => string | undefined
  buttonsOf: (question: Item) => ReactNode
}

/** What customers asked, kept beside a rule: in which ticket, when, and what can be done about it. Open while it is short. */
export function QuestionList<Item extends Question>(props: QuestionListProps<Item>) {
  const { titleRef, title, count, hint, problem, language, questions, byOf, buttonsOf } = props
  const gaps = useTranslations('faqGaps')
  const format = useFormatter()
  return (
    <details open={questions.length > 0 && questions.length <= 5}>
      <summary ref={titleRef} className="disclosure w-fit rounded-sm font-medium text-ink-2 text-sm">
        {title} <span className="font-normal text-ink-3">{count}</span>
      </summary>
      <p className="mt-1 mb-2 text-pretty text-ink-3 text-xs">{hint}</p>
      {problem && (
        <Notice kind="error" className="mb-2">
          {problem}
        </Notice>
      )}
      {questions.length > 0 && (
        <ul className="border-t">
          {questions.map((question) => {
            const { id, text, createdAt, suggestion } = question
            return (
              <li key={id} className="flex min-h-9 items-center gap-2 border-b py-1 text-sm max-md:flex-wrap">
                <span lang={language} className="wrap-anywhere min-w-0 grow">
                  {text}
                </span>
                <span className="shrink-0 text-ink-3 text-xs">
                  {byOf?.(question)}{' '}
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
                {buttonsOf(question)}
              </li>
            )
          })}
        </ul>
      )}
    </details>
  )
}
