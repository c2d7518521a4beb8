'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import type { RuleConflict } from '@/lib/faq/check/find-conflicts'
import type { Rule } from '@/lib/faq/schema'
import { type Language, RuleStatus } from '@/prisma/generated/enums'
import { useDeskAttempt } from '../../_held/use-desk-attempt'
import { checkRuleAction } from './_check/actions'
import { saveRuleAction } from './actions'
import { mergeForms } from './merge-forms'
import { emptyForm, fromForm, type RuleForm, toForm, twinForm } from './rule-form'
import { forgetUnsaved } from './unsaved-rule'
import { useKeptForm } from './use-kept-form'

/** `keeper`: whose tab keeps what is typed; null for who cannot write. */
type Beginning = { rule: Rule | null; newLanguage: Language; newQuestion: string; twin: Rule | null; keeper: string | null }

/** A rule while it is being written: where it began, what stands in the form, what others saved meanwhile, and saving it. */
export function useRuleDraft({ rule, newLanguage, newQuestion, twin, keeper }: Beginning) {
  const router = useRouter()
  const t = useTranslations('faq')
  const left = useTranslations('faqEditor.left')
  const formOf = (source: Rule | null): RuleForm => (source ? toForm(source) : twin ? twinForm(twin) : emptyForm(newLanguage, newQuestion))
  const [base, setBase] = useState(rule)
  const [form, setForm] = useState(() => formOf(rule))
  const { ask, fail, isPending, problem, words, fieldProblem, forget } = useDeskAttempt(form.question.trim() || t('new'))
  /** What is on its way to the server, as long as it is. */
  const [sent, setSent] = useState<RuleForm | null>(null)
  const [isSaved, setSaved] = useState(false)
  const [conflicts, setConflicts] = useState<RuleConflict[]>([])
  /** Asked for while the last save was still on its way. */
  const [queued, setQueued] = useState<'save' | 'publish' | null>(null)

  const isDirty = !isSame(form, formOf(base))
  const key = keeper && `${keeper}:${rule?.id ?? `new-${newLanguage}-${twin?.id ?? ''}${newQuestion && `-${newQuestion}`}`}`
  const isFound = useKeptForm({ key, base: formOf(base), form, isDirty, onFound: setForm })
  const adopt = (source: Rule | null) => {
    setBase(source)
    setForm(formOf(source))
    setConflicts([])
    forget()
  }
  // What others save never touches what is being typed here: it is offered.
  if (rule && base && rule.version > base.version && (!isDirty || isSame(form, toForm(rule)))) adopt(rule)
  // Twins and other things beside the words change without a version.
  else if (rule && base && rule !== base && rule.version === base.version) setBase(rule)
  const newest = Math.max(rule?.version ?? 0, problem?.version ?? 0)
  const isBehind = base !== null && newest > base.version && isDirty
  const theirs = isBehind && rule && rule.version === newest ? rule : null
  const isUnseen = isBehind && theirs === null
  useEffect(() => {
    if (isUnseen) router.refresh()
  }, [isUnseen, router])

  const save = (content: RuleForm, version = base?.version) => {
    setSent(content)
    ask(
      () => saveRuleAction(base && version ? { id: base.id, version } : null, fromForm(content), base ? null : (twin?.id ?? null)),
      (saved, isHere) => {
        if (!isHere) return key && forgetUnsaved(key)
        setBase(saved)
        // What was typed while it was on its way stays.
        setForm((old) => mergeForms({ base: content, theirs: toForm(saved), mine: old }))
        setConflicts([])
        setSaved(true)
        if (!base) router.replace(`/faq?rule=${saved.id}`, { scroll: false })
      },
    )
  }
  /** What other rules say is looked at before this one says it to customers; the admin may go on all the same. */
  const submit = (deed: 'save' | 'publish' = 'save') => {
    if (isPending) return setQueued(deed)
    const content = deed === 'publish' ? { ...form, status: RuleStatus.published } : form
    if (isBehind || isSame(content, formOf(base))) return
    setForm(content)
    if (content.status !== 'published' || !saysAnother(content, formOf(base))) return save(content)
    setSent(content)
    ask(
      () => checkRuleAction(base?.id ?? null, fromForm(content)),
      (found, isHere) => {
        if (found.length === 0) return save(content)
        if (isHere) setConflicts(found)
        else fail(left(base?.status === 'published' ? 'saved' : 'published'))
      },
    )
  }
  const latest = useRef(submit)
  useEffect(() => {
    latest.current = submit
  })
  useEffect(() => {
    if (!queued || isPending) return
    setQueued(null)
    latest.current(queued)
  }, [queued, isPending])
  const versions = base && theirs ? { base: toForm(base), theirs: toForm(theirs), mine: form } : null
  const merged = versions && mergeForms(versions)
  return {
    base,
    form,
    isDirty,
    isPending,
    isSaved,
    isBehind,
    isFound,
    /** All of it is being saved: who leaves now loses nothing, and hears of it where it fails. */
    isOnItsWay: isPending && queued === null && sent !== null && isSame(form, sent),
    conflicts,
    problem,
    words,
    fieldProblem,
    /** While somebody else’s version waits: both, and mine on top of theirs. */
    meanwhile: theirs && versions && merged ? { theirs, versions, merged } : null,
    change: (part: Partial<RuleForm>) => {
      setForm((old) => ({ ...old, ...part }))
      setConflicts([])
    },
    /** What was typed is not wanted, and must not come back. */
    giveUp: () => key && forgetUnsaved(key),
    discard: () => adopt(rule && base && rule.version < base.version ? base : (rule ?? base)),
    submit,
    goOn: () => !isPending && save(form),
    dropConflicts: () => setConflicts([]),
    takeTheirs: () => theirs && adopt(theirs),
    saveOnTop: () => {
      if (!theirs || !merged || isPending) return
      setForm(merged)
      save(merged, theirs.version)
    },
    adoptMine: (changed: Rule) => {
      if (base) setForm(mergeForms({ base: toForm(base), theirs: toForm(changed), mine: form }))
      setBase(changed)
    },
  }
}

const isSame = (one: RuleForm, other: RuleForm) => JSON.stringify(one) === JSON.stringify(other)

/** Whether anything changed that another rule could contradict; category and tags say nothing. */
function saysAnother(form: RuleForm, before: RuleForm): boolean {
  const { category: _category, tags: _tags, ...said } = form
  const { category: _before, tags: _beforeTags, ...saidBefore } = before
  return JSON.stringify(said) !== JSON.stringify(saidBefore)
}
