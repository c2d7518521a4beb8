'use client'

import { ArrowLeft, MessageCircleQuestionMark } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '../../../_components/button'
import { EmptyState } from '../../../_components/empty-state'
import { Notice } from '../../../_components/notice'
import { PaneHeader } from '../../../_components/pane'
import { HitList } from './hit-list'
import { type Pupil, TeachDialog } from './teach-dialog'
import { TryForm } from './try-form'
import { TryReply } from './try-reply'
import { useTry } from './use-try'

type Taught = { id: string; version: number; question: string; isNew: boolean }

/** One question from end to end: what was found and why, beside what came of it. */
export function TryDesk({ question, isAdmin, hasRules }: { question: string; isAdmin: boolean; hasRules: boolean }) {
  const t = useTranslations('faqTry')
  const common = useTranslations('common')
  const errors = useTranslations('errors')
  const { trial, run, stop } = useTry()
  const [pupil, setPupil] = useState<Pupil | null>(null)
  const [taught, setTaught] = useState<Taught | null>(null)
  const teach = (rule: Pupil['rule']) => trial?.found && setPupil({ rule, words: trial.found.question, language: trial.found.language })
  return (
    <div className="flex h-full min-h-0 max-md:flex-col max-md:overflow-y-auto">
      <section
        aria-label={t('title')}
        className="flex w-md shrink-0 flex-col border-r bg-pane max-lg:w-95 max-md:w-full max-md:border-r-0 max-md:border-b"
      >
        <PaneHeader>
          <Button asChild variant="quiet" size="smallIcon" className="-ml-1.5">
            <Link href="/faq" aria-label={common('back')}>
              <ArrowLeft />
            </Link>
          </Button>
          <h1 className="font-semibold text-base">{t('title')}</h1>
        </PaneHeader>
        <TryForm
          question={question}
          isRunning={trial?.isRunning === true}
          onStop={stop}
          onRun={(asked) => {
            setTaught(null)
            void run(asked)
          }}
        />
        <div className="pane-scroll grow max-md:overflow-visible">
          {!hasRules && (
            <div className="px-4 py-3.5">
              <Notice kind="info">
                {t('noRules')}{' '}
                {isAdmin && (
                  <Link href="/faq" className="whitespace-nowrap underline underline-offset-3 hover:no-underline">
                    {t('toRules')}
                  </Link>
                )}
              </Notice>
            </div>
          )}
          {taught && (
            <div className="px-4 pt-3.5">
              <Notice kind="done">
                {taught.isNew ? t('teach.done', { title: taught.question, version: taught.version }) : t('teach.known')}{' '}
                <Link href={`/faq?rule=${taught.id}`} className="whitespace-nowrap underline underline-offset-3 hover:no-underline">
                  {t('teach.show')}
                </Link>
              </Notice>
            </div>
          )}
          {trial?.problem && (
            <div className="px-4 pt-3.5">
              <Notice kind="error">{errors(trial.problem.code)}</Notice>
            </div>
          )}
          {trial && <HitList trial={trial} onTeach={isAdmin ? teach : undefined} />}
        </div>
      </section>
      <section aria-label={t('reply')} className="flex min-w-0 grow flex-col bg-bg">
        {trial && !(trial.problem && trial.text === '') ? (
          <TryReply trial={trial} isAdmin={isAdmin} onAskModel={() => void run({ ...trial.asked, asksModel: true })} />
        ) : (
          <EmptyState icon={<MessageCircleQuestionMark />} title={t('title')}>
            {t('lead')}
          </EmptyState>
        )}
      </section>
      {pupil && (
        <TeachDialog
          pupil={pupil}
          onClose={() => setPupil(null)}
          onTaught={(rule, before) => {
            setPupil(null)
            setTaught({ ...rule, isNew: rule.version !== before })
            if (trial) void run({ ...trial.asked, asksModel: false })
          }}
        />
      )}
    </div>
  )
}
