'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import type { RuleLabels } from '@/lib/faq/list-rule-labels'
import type { Rule } from '@/lib/faq/schema'
import type { Language } from '@/prisma/generated/enums'
import { useLeaveGuard } from '../../_components/leave-guard'
import { Notice } from '../../_components/notice'
import { ConflictPanel } from './_check/conflict-panel'
import { RuleCheck } from './_check/rule-check'
import { EditorContext } from './editor-context'
import { EditorHeader } from './editor-header'
import { MeanwhilePanel } from './meanwhile-panel'
import { NewVariantIdeas } from './new-variant-ideas'
import { RuleFields } from './rule-fields'
import { fromForm, splitLines } from './rule-form'
import { useEditorKeys } from './use-editor-keys'
import { useRuleDraft } from './use-rule-draft'

type RuleEditorProps = {
  rule: Rule | null
  newLanguage?: Language
  /** What a new rule begins with. */
  newQuestion?: string
  /** Whose counterpart in the other language a new rule will be. */
  twin?: Rule | null
  /** Who saved the latest version. */
  savedBy?: string | null
  labels: RuleLabels
  me: string
  isAdmin: boolean
  closeHref: string
  /** Shown below the ways to ask, and below everything. */
  underVariants?: ReactNode
  underFields?: ReactNode
  children?: ReactNode
}

/** One rule. What others save meanwhile never touches what is being typed here: it is shown, and one chooses. */
export function RuleEditor({ rule, newLanguage = 'zh', newQuestion = '', twin = null, me, isAdmin, ...props }: RuleEditorProps) {
  const t = useTranslations('faq')
  const editor = useTranslations('faqEditor')
  const { labels, closeHref, savedBy = null, underVariants, underFields, children } = props
  const draft = useRuleDraft({ rule, newLanguage, newQuestion, twin, keeper: isAdmin ? me : null })
  const { base, form, isDirty, conflicts, meanwhile, adoptMine } = draft
  const box = useRef<HTMLFormElement>(null)

  const isThisRule = (url: URL) => {
    const [open, begun, question] = [url.searchParams.get('rule'), url.searchParams.get('new'), url.searchParams.get('question') ?? '']
    return url.pathname === '/faq' && (rule ? open === rule.id : begun === newLanguage && question === newQuestion)
  }
  useLeaveGuard(isAdmin && isDirty, { keeps: (url) => draft.isOnItsWay || isThisRule(url), onLeave: draft.giveUp })
  const publish = () => draft.submit('publish')
  useEditorKeys({ save: () => isAdmin && draft.submit(), publish: () => isAdmin && publish() })
  // A problem is of use where it can be mended.
  const fields = draft.problem?.fields
  // That somebody else saved first is what the panel of their changes says.
  const wrong = draft.problem?.version === undefined ? draft.words : null
  useEffect(() => {
    if (fields) box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [fields])
  const beginsNew = rule === null && isAdmin
  const beginsAsked = newQuestion !== ''
  useEffect(() => {
    if (beginsNew) box.current?.querySelector<HTMLElement>(beginsAsked ? '#rule-answer' : '#rule-question')?.focus()
  }, [beginsNew, beginsAsked])

  // biome-ignore lint/correctness/useExhaustiveDependencies: what adopts works on the latest form, which isDirty and form stand for
  const context = useMemo(() => ({ isDirty, adoptMine }), [isDirty, form, base])
  const addVariant = (text: string) => draft.change({ variants: [...splitLines(form.variants), text].join('\n') })
  return (
    <EditorContext value={context}>
      <form
        ref={box}
        aria-label={t('form.label')}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          draft.submit()
        }}
        className="flex h-full flex-col bg-bg"
      >
        <EditorHeader draft={draft} me={me} isAdmin={isAdmin} closeHref={closeHref} onPublish={publish} />
        <div className="pane-scroll grow">
          <div className="mx-auto flex max-w-3xl flex-col gap-4 px-7 py-5 max-md:px-4">
            {!isAdmin && <Notice kind="info">{t('readOnly')}</Notice>}
            {draft.isFound && !meanwhile && <Notice kind="info">{editor('found')}</Notice>}
            {meanwhile ? (
              <MeanwhilePanel
                {...meanwhile}
                savedBy={savedBy}
                isPending={draft.isPending}
                wrong={wrong}
                onTakeTheirs={draft.takeTheirs}
                onSaveOnTop={draft.saveOnTop}
              />
            ) : (
              // In sight wherever one has scrolled to: who saves by key is seldom at the top.
              wrong && (
                <Notice kind="error" className="sticky top-2 z-10">
                  {wrong}
                </Notice>
              )
            )}
            {conflicts.length > 0 && (
              <ConflictPanel
                conflicts={conflicts}
                language={form.language}
                deed={base?.status === 'published' ? 'save' : 'publish'}
                onGoOn={draft.goOn}
                onBack={draft.dropConflicts}
              />
            )}
            <RuleFields
              form={form}
              hasTwin={base?.twinId != null}
              labels={labels}
              isReadOnly={!isAdmin}
              problemOf={draft.fieldProblem}
              onChange={draft.change}
              underVariants={underVariants ?? (rule === null && isAdmin && <NewVariantIdeas form={form} onAdd={addVariant} />)}
            />
            {underFields}
            {isAdmin && <RuleCheck base={base} rule={{ ...fromForm(form), status: form.status }} />}
            {children}
          </div>
        </div>
      </form>
    </EditorContext>
  )
}
