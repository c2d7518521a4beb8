'use client'

import { RotateCw } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { diffTexts } from '@/lib/faq/diff-texts'
import type { Language } from '@/prisma/generated/enums'
import { Button } from '../../../../../_components/button'
import { Notice } from '../../../../../_components/notice'
import { Section } from '../../../../../_components/pane'
import { TextDiff } from '../../../../../_components/text-diff'
import { useHotkeys } from '../../../../../_components/use-hotkeys'
import { type Run, useRunAgain } from './use-run-again'

type RunAgainProps = { suggestionId: string; language: Language; then: { text: string; model: string | null }; hasPrompt: boolean }

/** The same once more, beside what was said then; the words that differ are marked. */
export function RunAgain({ suggestionId, language, then, hasPrompt }: RunAgainProps) {
  const t = useTranslations('assistant.why')
  const errors = useTranslations('errors')
  const { run, start, stop } = useRunAgain(suggestionId)
  const isRunning = run?.isRunning === true
  useHotkeys({
    r: () => hasPrompt && !isRunning && start('same'),
    t: () => !isRunning && start('today'),
  })
  return (
    <Section title={t('again')}>
      <p className="mb-2 text-ink-3 text-sm leading-5">
        {t('lead2')} {t('stored')}
      </p>
      <div className="flex flex-wrap items-center gap-1.5">
        {hasPrompt && (
          <Button size="small" aria-disabled={isRunning} onClick={() => !isRunning && start('same')}>
            <RotateCw className="size-3.5!" />
            {t('runSame')}
          </Button>
        )}
        <Button size="small" aria-disabled={isRunning} onClick={() => !isRunning && start('today')}>
          <RotateCw className="size-3.5!" />
          {t('runToday')}
        </Button>
        {isRunning && (
          <>
            <span role="status" className="text-ink-3 text-sm">
              {t('running')}
            </span>
            <Button variant="quiet" size="small" onClick={stop}>
              {t('stop')}
            </Button>
          </>
        )}
      </div>
      {run?.problem && (
        <Notice kind="error" className="mt-2">
          {errors(run.problem.code)}
        </Notice>
      )}
      {run && (run.text !== '' || run.result) && <Beside run={run} then={then} language={language} />}
    </Section>
  )
}

function Beside({ run, then, language }: Pick<RunAgainProps, 'then' | 'language'> & { run: Run }) {
  const t = useTranslations('assistant.why')
  const causes = useTranslations('ticket.draft.causes')
  const format = useFormatter()
  const { result, text, isRunning, how } = run
  const isSame = result !== null && text === then.text
  const cause = result?.fallbackCause
  const seconds = format.number((result?.ms ?? 0) / 1_000, { maximumFractionDigits: 1 })
  return (
    <div className="mt-3">
      <div className="grid grid-cols-2 gap-x-4 gap-y-1 max-lg:grid-cols-1">
        <section aria-label={t('then')}>
          <h3 className="mb-1 text-ink-3 text-xs">
            {t('then')}
            {then.model && ` · ${then.model}`}
          </h3>
          <p lang={language} className="message-text whitespace-pre-wrap rounded-md bg-sunk px-3 py-2 text-ink-2">
            {then.text}
          </p>
        </section>
        <section aria-label={t('now')}>
          <h3 className="mb-1 text-ink-3 text-xs">
            {t('now')}
            {result?.model &&
              ` · ${how === 'today' && result.promptVersion !== null ? t('todayFacts', { model: result.model, version: result.promptVersion, seconds }) : t('sameFacts', { model: result.model, seconds })}`}
          </h3>
          <p lang={language} aria-busy={isRunning} className="message-text whitespace-pre-wrap rounded-md bg-sunk px-3 py-2">
            {result && !isSame ? <TextDiff pieces={diffTexts(then.text, text)} /> : text}
          </p>
        </section>
      </div>
      {result && (
        <div role="status" className="mt-2 flex flex-col gap-1 text-ink-2 text-sm">
          <span className={isSame ? 'text-teal' : undefined}>{t(isSame ? 'identical' : 'differs')}</span>
          {result.model === null && <span>{t('noTodayModel')}</span>}
          {result.model !== null && then.model !== null && result.model !== then.model && (
            <span className="text-amber">{t('otherModel', { now: result.model, old: then.model })}</span>
          )}
          {cause && causes.has(cause as 'timeout') && (
            <span className="text-amber">{t('cause', { cause: causes(cause as 'timeout') })}</span>
          )}
        </div>
      )}
    </div>
  )
}
