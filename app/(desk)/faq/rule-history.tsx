'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { RuleConflict } from '@/lib/faq/check/find-conflicts'
import type { RuleRevision } from '@/lib/faq/list-revisions'
import { Button } from '../../_components/button'
import { MOMENT } from '../../_components/moments'
import { Notice } from '../../_components/notice'
import { Tag } from '../../_components/tag'
import { useDeskAttempt } from '../../_held/use-desk-attempt'
import { checkRuleAction } from './_check/actions'
import { ConflictPanel } from './_check/conflict-panel'
import { restoreRuleAction } from './actions'
import { useEditor } from './editor-context'
import { RevisionDiff } from './revision-diff'

/** Every version there was, with what it changed; any of them can be brought back. */
export function RuleHistory({ ruleId, revisions, isAdmin }: { ruleId: string; revisions: RuleRevision[]; isAdmin: boolean }) {
  const t = useTranslations('faq')
  const format = useFormatter()
  const { adoptMine } = useEditor()
  const current = revisions[0]
  const { run, ask, fail, isPending, words } = useDeskAttempt(current?.question ?? '')
  const left = useTranslations('faqEditor.left')
  /** What bringing a version back would repeat or contradict, as long as the admin has not decided. */
  const [asked, setAsked] = useState<{ version: number; conflicts: RuleConflict[] } | null>(null)
  // Hundreds of versions are compared only where somebody looks.
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set())
  const show = (version: number) => setOpened((old) => (old.has(version) ? old : new Set(old).add(version)))
  if (!current) return null
  const restore = (version: number) => {
    setAsked(null)
    run(() => restoreRuleAction({ id: ruleId, version }), adoptMine)
  }
  const restoreChecked = ({ version, createdAt: _, author: __, ...content }: RuleRevision) => {
    if (isPending) return
    // Only what is published says it to customers at once.
    if (current.status !== 'published') return restore(version)
    ask(
      () => checkRuleAction(ruleId, { ...content, status: current.status }),
      (conflicts, isHere) => {
        if (conflicts.length === 0) restore(version)
        else if (isHere) setAsked({ version, conflicts })
        else fail(left('restored'))
      },
    )
  }
  return (
    <section className="mt-2 border-t pt-4">
      <h2 className="mb-2 font-semibold text-ink-2 text-sm">{t('history.title')}</h2>
      {words && <Notice kind="error">{words}</Notice>}
      {asked && (
        <ConflictPanel
          key={asked.version}
          conflicts={asked.conflicts}
          language={revisions.find(({ version }) => version === asked.version)?.language ?? current.language}
          deed="restore"
          onGoOn={() => !isPending && restore(asked.version)}
          onBack={() => setAsked(null)}
        />
      )}
      <ol>
        {revisions.map((revision, index) => {
          const before = revisions[index + 1]
          return (
            <li key={revision.version} className="flex items-start gap-2 border-line py-1.5 text-sm [&+&]:border-t">
              <details
                className="min-w-0 grow"
                onToggle={(event) => event.currentTarget.open && show(revision.version)}
                // Opened before the scripts were there: nobody heard it.
                ref={(element) => {
                  if (element?.open) show(revision.version)
                }}
              >
                <summary aria-label={t('history.show', { n: revision.version })} className="disclosure rounded-sm text-ink-2 leading-7">
                  <span className="font-medium text-ink">{t('form.version', { n: revision.version })}</span>
                  <span className="text-ink-3">
                    {' '}
                    · {revision.author?.name ?? t('history.system')} ·{' '}
                    <span className="whitespace-nowrap">{format.dateTime(revision.createdAt, MOMENT)}</span>
                  </span>
                </summary>
                {opened.has(revision.version) && (
                  <RevisionBody revision={revision} before={before} current={isAdmin && index > 0 ? current : undefined} />
                )}
              </details>
              <Tag className="mt-1 shrink-0">{t(`statuses.${revision.status}`)}</Tag>
              {index === 0 ? (
                <span className="w-16 shrink-0 text-right text-ink-3 leading-7">{t('history.current')}</span>
              ) : (
                isAdmin && (
                  <Button size="small" className="w-16" aria-disabled={isPending} onClick={() => restoreChecked(revision)}>
                    {t('history.restore')}
                  </Button>
                )
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

type RevisionBodyProps = { revision: RuleRevision; before?: RuleRevision; current?: RuleRevision }

/** What a version changed, and what bringing it back would change now. */
function RevisionBody({ revision, before, current }: RevisionBodyProps) {
  const t = useTranslations('faq.history')
  return (
    <div lang={revision.language} className="my-1 rounded-md bg-sunk px-3 py-2 text-ink-2 leading-5.5">
      {before ? (
        <RevisionDiff before={before} after={revision} />
      ) : (
        <>
          <p className="font-medium text-ink">{revision.question}</p>
          <p className="whitespace-pre-wrap">{revision.answer}</p>
          {revision.variants.length > 0 && <p className="mt-1 text-ink-3">{revision.variants.join(' · ')}</p>}
        </>
      )}
      {current && (
        <div className="mt-2 border-t pt-2">
          <p className="mb-1 text-ink-3 text-xs">{t('wouldChange')}</p>
          <RevisionDiff before={current} after={{ ...revision, status: current.status }} />
        </div>
      )}
    </div>
  )
}
