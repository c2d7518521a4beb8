'use client'

import { Check, CircleAlert } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { GroundedSentence } from '@/lib/suggestions/grounding/grounding-schema'
import { Button } from '../../../_components/button'
import { Notice } from '../../../_components/notice'
import { PaneHeader, Section } from '../../../_components/pane'
import { RungChip } from '../../../_components/rung-chip'
import { markText } from '../../tickets/[ticketId]/mark-text'
import { MarkedText } from '../../tickets/[ticketId]/marked-text'
import { placeSentences } from '../../tickets/[ticketId]/place-sentences'
import { newRuleHref } from '../faq-href'
import { TryPrompt } from './try-prompt'
import { TryTimings } from './try-timings'
import type { Trial } from './use-try'

/** What came of it: the reply as it is written, its check, what the model was given, and how long all that took. */
export function TryReply({ trial, isAdmin, onAskModel }: { trial: Trial; isAdmin: boolean; onAskModel: () => void }) {
  const t = useTranslations('faqTry')
  const causes = useTranslations('ticket.draft.causes')
  const { found, text, result, isRunning } = trial
  const language = result?.language ?? found?.language
  const sentences = result?.grounding.sentences ?? []
  return (
    <>
      <PaneHeader>
        <h2 className="font-semibold text-base">{t('reply')}</h2>
        {result && <RungChip rung={result.rung} />}
        {result?.fallbackCause && <span className="min-w-0 truncate text-ink-2 text-sm">{causes(result.fallbackCause)}</span>}
        <span className="grow" />
        {isRunning && <Counting since={trial.startedAt} />}
      </PaneHeader>
      <div className="pane-scroll grow max-md:overflow-visible">
        <div className="mx-auto max-w-3xl">
          <div className="border-b px-4 py-4">
            {text === '' ? (
              <p className="text-ink-3 text-sm">{isRunning || result ? t('noReply') : null}</p>
            ) : (
              <p lang={language} aria-busy={isRunning} className="message-text max-w-[72ch]">
                <MarkedText
                  stretches={markText(text, placeSentences(text, sentences))}
                  lit={null}
                  rules={result?.rules ?? found?.hits ?? []}
                />
              </p>
            )}
            {result?.fallbackCause === 'no_rule' && (
              <Notice kind="warning" className="mt-3">
                <span className="flex flex-wrap items-center gap-2">
                  <span className="grow">{t('gap')}</span>
                  {isAdmin && (
                    <Button asChild size="small">
                      <Link href={newRuleHref(result.language, found?.question ?? '')}>{t('writeRule')}</Link>
                    </Button>
                  )}
                </span>
              </Notice>
            )}
          </div>
          {result && found && (
            <>
              <Sentences sentences={sentences} />
              <TryTimings result={result} searchMs={found.searchMs} />
              <TryPrompt result={result} onAskModel={onAskModel} />
            </>
          )}
        </div>
      </div>
    </>
  )
}

function Sentences({ sentences }: { sentences: GroundedSentence[] }) {
  const t = useTranslations('faqTry')
  const assistant = useTranslations('ticket.assistant')
  const statements = sentences.filter((sentence) => sentence.kind === 'statement')
  const open = statements.filter((sentence) => !sentence.isSupported).length
  const summary = open > 0 ? t('checkOpen', { total: statements.length, open }) : t('checkGood', { total: statements.length })
  return (
    <Section title={t('check')} aside={statements.length > 0 ? summary : undefined}>
      {statements.length === 0 && <p className="text-ink-3 text-sm">{t('checkNothing')}</p>}
      <ul>
        {statements.map((sentence) => (
          <li key={sentence.start} className="grid grid-cols-[16px_1fr] gap-1.5 py-0.5 text-ink-2 text-sm leading-5">
            {sentence.isSupported ? (
              <Check className="mt-0.75 size-3.5 text-green" strokeWidth={2.2} />
            ) : (
              <CircleAlert className="mt-0.75 size-3.5 text-amber" strokeWidth={2} />
            )}
            <span>
              {sentence.text.replaceAll(/\s*\[\d{1,2}\]/g, '').trim()}
              {sentence.support && <span className="text-ink-3"> — {assistant('rule', { n: sentence.support.position })}</span>}
              {sentence.problem && (
                <span className="block text-amber">{assistant(`problems.${sentence.problem}`, { detail: sentence.detail ?? '' })}</span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const TICK_MS = 100

/** A number that counts, where others would turn a wheel. */
function Counting({ since }: { since: number }) {
  const t = useTranslations('faqTry')
  const [now, setNow] = useState(since)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  return (
    <span role="status" className="shrink-0 text-ink-3 text-sm">
      {t('writing')}
      <span aria-hidden="true"> · {t('seconds', { seconds: (Math.max(0, now - since) / 1_000).toFixed(1) })}</span>
    </span>
  )
}
