'use client'

import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import type { Rule } from '@/lib/faq/schema'
import type { WrongQuestion } from '@/lib/retrieval/list-wrong-questions'
import { Button } from '../../_components/button'
import { useDeskAttempt } from '../../_held/use-desk-attempt'
import { removeWrongQuestionAction } from './phrasing-actions'
import { QuestionList } from './question-list'

/** The questions that agents called this rule wrong for; an admin who sees it otherwise takes them out. */
export function WrongQuestionList({ rule, questions }: { rule: Rule; questions: WrongQuestion[] }) {
  const t = useTranslations('assistant.wrongFor')
  const { run, isPending, words } = useDeskAttempt(rule.question)
  const title = useRef<HTMLElement>(null)
  return (
    <QuestionList
      titleRef={title}
      title={t('title')}
      count={t('count', { n: questions.length })}
      hint={t(questions.length === 0 ? 'empty' : 'hint')}
      problem={words}
      language={rule.language}
      questions={questions}
      byOf={({ agent }) => agent?.name}
      buttonsOf={({ id, text }) => (
        <Button
          size="small"
          variant="quiet"
          aria-label={t('removeOne', { text })}
          aria-disabled={isPending}
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
      )}
    />
  )
}
