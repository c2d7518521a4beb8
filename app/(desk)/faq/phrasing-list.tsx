'use client'

import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import type { Rule } from '@/lib/faq/schema'
import type { LearnedPhrasing } from '@/lib/retrieval/list-phrasings'
import { Button } from '../../_components/button'
import { useDeskAttempt } from '../../_held/use-desk-attempt'
import { ConflictPanel } from './_check/conflict-panel'
import { useVariantCheck } from './_check/use-variant-check'
import { useEditor } from './editor-context'
import { adoptPhrasingAction, removePhrasingAction } from './phrasing-actions'
import { QuestionList } from './question-list'

type PhrasingListProps = {
  rule: Pick<Rule, 'id' | 'version' | 'question' | 'language'>
  phrasings: LearnedPhrasing[]
  /** The most that are kept. */
  most: number
}

/** What the rule has learnt from replies that were sent; each can be taken out for good, or made a way to ask of its own. */
export function PhrasingList({ rule, phrasings, most }: PhrasingListProps) {
  const t = useTranslations('faqEditor.learned')
  const { adoptMine } = useEditor()
  const { run, ask, fail, isPending, words } = useDeskAttempt(rule.question)
  const { conflicts, check, goOn, drop } = useVariantCheck(ask, fail)
  const title = useRef<HTMLElement>(null)
  const focusOn = () => title.current?.focus()
  const adopt = (id: string) =>
    run(
      () => adoptPhrasingAction({ id: rule.id, version: rule.version }, id),
      (changed) => {
        adoptMine(changed)
        focusOn()
      },
    )
  return (
    <>
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
              onClick={() => !isPending && check(rule.id, text, () => adopt(id))}
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
      {conflicts.length > 0 && (
        <ConflictPanel
          conflicts={conflicts}
          language={rule.language}
          deed="add"
          onGoOn={() => !isPending && goOn()}
          onBack={() => {
            drop()
            focusOn()
          }}
        />
      )}
    </>
  )
}
