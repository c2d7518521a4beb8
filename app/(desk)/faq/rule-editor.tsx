'use client'

import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTimeZone, useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { RuleConflict } from '@/lib/faq/find-conflicts'
import type { Rule } from '@/lib/faq/schema'
import type { Language } from '@/prisma/generated/enums'
import { Button } from '../../_components/button'
import { Notice } from '../../_components/notice'
import { PaneHeader } from '../../_components/pane'
import { useAttempt } from '../../_doors/use-attempt'
import { checkRuleAction } from './_check/actions'
import { ConflictPanel } from './_check/conflict-panel'
import { RuleCheck } from './_check/rule-check'
import { saveRuleAction } from './actions'
import { RuleFields } from './rule-fields'
import { emptyForm, fromForm, type RuleForm, toForm } from './rule-form'

type RuleEditorProps = { rule: Rule | null; newLanguage?: Language; isAdmin: boolean; closeHref: string; children?: ReactNode }

/** One rule. What others save meanwhile never touches what is being typed here: it is offered. */
export function RuleEditor({ rule, newLanguage = 'zh', isAdmin, closeHref, children }: RuleEditorProps) {
  const t = useTranslations('faq')
  const common = useTranslations('common')
  const router = useRouter()
  const timeZone = useTimeZone() ?? 'UTC'
  const { run, isPending, problem, words, fieldProblem, forget } = useAttempt()
  const formOf = (source: Rule | null): RuleForm => (source ? toForm(source, timeZone) : emptyForm(newLanguage))
  const [base, setBase] = useState(rule)
  const [form, setForm] = useState(() => formOf(rule))
  const [isSaved, setSaved] = useState(false)
  const [conflicts, setConflicts] = useState<RuleConflict[]>([])

  const isDirty = JSON.stringify(form) !== JSON.stringify(formOf(base))
  const adopt = (source: Rule | null) => {
    setBase(source)
    setForm(formOf(source))
    setConflicts([])
    forget()
  }
  if (rule && base && rule.version > base.version && !isDirty) adopt(rule)
  const newest = Math.max(rule?.version ?? 0, problem?.version ?? 0)
  const isBehind = base !== null && newest > base.version && isDirty

  const save = (version = base?.version) =>
    run(
      () => saveRuleAction(base && version ? { id: base.id, version } : null, fromForm(form)),
      (saved) => {
        adopt(saved)
        setSaved(true)
        if (!base) router.replace(`/faq?rule=${saved.id}`, { scroll: false })
      },
    )
  /** What others say is looked at before the rule says it to customers; the admin may go on all the same. */
  const checkAndSave = () =>
    run(
      () => checkRuleAction(base?.id ?? null, fromForm(form)),
      (found) => (found.length > 0 ? setConflicts(found) : save()),
    )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isPending || !isDirty) return
    if (form.status === 'published' && saysAnother(form, formOf(base))) checkAndSave()
    else save()
  }

  return (
    <form aria-label={t('form.label')} noValidate onSubmit={submit} className="flex h-full flex-col bg-bg">
      <PaneHeader>
        <Button asChild variant="quiet" size="smallIcon" className="-ml-1.5 md:hidden">
          <Link href={closeHref} aria-label={common('back')}>
            <ArrowLeft />
          </Link>
        </Button>
        <h1 className="min-w-0 truncate font-semibold text-base">{base ? base.question : t('new')}</h1>
        {base && <span className="shrink-0 text-ink-3 text-sm">{t('form.version', { n: base.version })}</span>}
        <span className="grow" />
        {isAdmin && (
          <>
            <span role="status" className="shrink-0 text-ink-3 text-sm max-md:hidden">
              {isDirty ? t('form.unsaved') : isSaved ? t('form.saved') : ''}
            </span>
            {isDirty && (
              <Button variant="quiet" size="small" onClick={() => adopt(rule ?? base)}>
                {t('form.discard')}
              </Button>
            )}
            <Button type="submit" variant={isDirty ? 'go' : 'plain'} size="small" disabled={!isDirty} aria-disabled={isPending}>
              {isPending ? t('form.saving') : base ? t('form.save') : t('form.create')}
            </Button>
          </>
        )}
      </PaneHeader>
      <div className="pane-scroll grow">
        <div className="mx-auto flex max-w-3xl flex-col gap-4 px-7 py-5 max-md:px-4">
          {!isAdmin && <Notice kind="info">{t('readOnly')}</Notice>}
          {isBehind ? (
            <Notice kind="warning">
              <div className="flex flex-wrap items-center gap-1.5">
                <span className="grow">{t('conflict.body', { n: newest })}</span>
                <Button size="small" onClick={() => (rule && rule.version === newest ? adopt(rule) : router.refresh())}>
                  {t('conflict.load')}
                </Button>
                <Button size="small" onClick={() => save(newest)}>
                  {t('conflict.overwrite')}
                </Button>
              </div>
            </Notice>
          ) : (
            words && <Notice kind="error">{words}</Notice>
          )}
          {conflicts.length > 0 && (
            <ConflictPanel
              conflicts={conflicts}
              language={form.language}
              publishes={base?.status !== 'published'}
              onGoOn={() => !isPending && save()}
              onBack={() => setConflicts([])}
            />
          )}
          <RuleFields
            form={form}
            isReadOnly={!isAdmin}
            problemOf={fieldProblem}
            onChange={(part) => {
              setForm((old) => ({ ...old, ...part }))
              setConflicts([])
            }}
          />
          {isAdmin && <RuleCheck ruleId={base?.id ?? null} rule={fromForm(form)} />}
          {children}
        </div>
      </div>
    </form>
  )
}

/** Whether anything changed that another rule could contradict; category and tags say nothing. */
function saysAnother(form: RuleForm, before: RuleForm): boolean {
  const { category: _category, tags: _tags, ...said } = form
  const { category: _before, tags: _beforeTags, ...saidBefore } = before
  return JSON.stringify(said) !== JSON.stringify(saidBefore)
}
