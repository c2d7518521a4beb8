'use client'

import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import type { LearnedPhrasing } from '@/lib/retrieval/list-phrasings'
import { Button } from '../../_components/button'
import { useAttempt } from '../../_doors/use-attempt'
import { useEditor } from './editor-context'
import { adoptPhrasingAction, removePhrasingAction } from './phrasing-actions'
import { QuestionList } from './question-list'

type PhrasingListProps = {
  rule: { id: string; version: number; language: string }
  phrasings: LearnedPhrasing[]
  /** The most that are kept. */
  most: number
}

/** What the rule has learnt from replies that were sent; each can be taken out for good, or made a way to ask of its own. */
export function PhrasingList({ rule, phrasings, most }: PhrasingListProps) {
  const t = useTranslations('faqEditor.learned')
  const { adoptMine } = useEditor()
  const { run, isPending, words } = useAttempt()
  const title = useRef<HTMLElement>(null)
  const focusOn = () => title.current?.focus()
  return (
    <QuestionList
      titleRef={title}
      title={t('title')}
      count={t('count', { n: phrasings.length, most })}
      hint={phrasings.length === 0 ? t('empty') : t('hint', { most })}
      problem={words}
      language={rule.language}
      questions={phrasings}
      buttonsOf={({ id, text }) => (
        <>
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
        </>
      )}
    />
  )
}
