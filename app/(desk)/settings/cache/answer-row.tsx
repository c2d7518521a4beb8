'use client'

import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { CachedAnswerItem } from '@/lib/suggestions/answer-cache/list-cached-answers'
import { Button } from '../../../_components/button'
import { cn } from '../../../_components/cn'
import { MOMENT } from '../../../_components/moments'
import { Tag } from '../../../_components/tag'
import { useSettingsAttempt } from '../use-settings-attempt'
import { deleteAnswerAction } from './actions'
import { useSpan } from './use-span'

/** A question and how often its answer was used; opened, the answer itself and where it is from. */
export function AnswerRow({ item }: { item: CachedAnswerItem }) {
  const t = useTranslations('cache')
  const format = useFormatter()
  const span = useSpan()
  const { run, isPending, words } = useSettingsAttempt('cache')
  const { key, hits, answer, state, ttlSeconds, rules } = item
  const question = item.question || t('noQuestion')
  const facts = answer && [
    t('writtenBy', { model: answer.model, when: format.dateTime(new Date(answer.writtenAt), MOMENT) }),
    ...(answer.isDemoModel ? [t('demoModel')] : []),
    ...(ttlSeconds === null ? [] : [t('left', { duration: span(ttlSeconds) })]),
  ]
  const heading = (
    <>
      <span className={cn('min-w-0 grow truncate', state === 'served' ? 'font-medium' : 'text-ink-2')}>{question}</span>
      {state !== 'served' && <Tag>{t(`itemStates.${state}`)}</Tag>}
      <span className="w-20 shrink-0 text-right text-ink-2 text-sm">{t('hits', { n: hits })}</span>
    </>
  )
  return (
    <li className="flex items-start gap-2 border-b py-1.5">
      <div className="min-w-0 grow">
        {answer ? (
          <details>
            <summary className="disclosure flex min-h-8 items-center gap-3 rounded-sm before:mr-0">{heading}</summary>
            <div className="mt-1 mb-2 ml-5 flex flex-col gap-1.5">
              <p className="message-text rounded-md bg-sunk px-3 py-2">{answer.text}</p>
              <p className="text-ink-3 text-xs">{facts?.join(' · ')}</p>
              {rules.length > 0 && (
                <p className="flex flex-wrap items-center gap-x-3 text-ink-3 text-xs">
                  {t('rules')}
                  {rules.map((rule) => (
                    <Link
                      key={rule.id}
                      href={`/faq?rule=${rule.id}`}
                      lang={rule.language}
                      className="inline-flex min-h-6 items-center text-accent hover:underline"
                    >
                      {rule.question}
                    </Link>
                  ))}
                </p>
              )}
            </div>
          </details>
        ) : (
          <div className="flex min-h-8 items-center gap-3 pl-4.75">{heading}</div>
        )}
        {words && (
          <p role="alert" className="ml-5 text-red text-sm">
            {words}
          </p>
        )}
      </div>
      <Button
        variant="quiet"
        size="small"
        className="mt-0.5"
        aria-label={t('deleteOne', { question })}
        aria-disabled={isPending}
        onClick={() => !isPending && run(() => deleteAnswerAction(key))}
      >
        {t('delete')}
      </Button>
    </li>
  )
}
