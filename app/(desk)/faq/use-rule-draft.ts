'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import type { RuleConflict } from '@/lib/faq/find-conflicts'
import type { Rule } from '@/lib/faq/schema'
import { type Language, RuleStatus } from '@/prisma/generated/enums'
import { useAttempt } from '../../_doors/use-attempt'
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
  const { run, isPending, problem, words, fieldProblem, forget } = useAttempt()
  const formOf = (source: Rule | null): RuleForm => (source ? toForm(source) : twin ? twinForm(twin) : emptyForm(newLanguage, newQuestion))
  const [base, setBase] = useState(rule)
  const [form, setForm] = useState(() => formOf(rule))
  const [isSaved, setSaved] = useState(false)
  const [conflicts, setConflicts] = useState<RuleConflict[]>([])
  /** Asked for while the last save was still on its way. */
  const [queued, setQueued] = useState<'save' | 'publish' | null>(null)

  const isDirty = JSON.stringify(form) !== JSON.stringify(formOf(base))
  const key = keeper && `${keeper}:${rule?.id ?? `new-${newLanguage}-${twin?.id ?? ''}${newQuestion && `-${newQuestion}`}`}`
  const isFound = useKeptForm({ key, base: formOf(base), form, isDirty, onFound: setForm })
  const adopt = (source: Rule | null) => {
    setBase(source)
    setForm(formOf(source))
    setConflicts([])
    forget()
  }
  // What others save never touches what is being typed here: it is offered.
  if (rule && base && rule.version > base.version && !isDirty) adopt(rule)
  // Twins and other things beside the words change without a version.
  else if (rule && base && rule !== base && rule.version === base.version) setBase(rule)
  const newest = Math.max(rule?.version ?? 0, problem?.version ?? 0)
  const isBehind = base !== null && newest > base.version && isDirty
  const theirs = isBehind && rule && rule.version === newest ? rule : null
  const isUnseen = isBehind && theirs === null
  useEffect(() => {
    if (isUnseen) router.refresh()
  }, [isUnseen, router])

  const save = (content: RuleForm, version = base?.version) =>
    run(
      () => saveRuleAction(base && version ? { id: base.id, version } : null, fromForm(content), base ? null : (twin?.id ?? null)),
      (saved) => {
        adopt(saved)
        setSaved(true)
        if (!base) router.replace(`/faq?rule=${saved.id}`, { scroll: false })
      },
    )
  /** What other rules say is looked at before this one says it to customers; the admin may go on all the same. */
  const submit = (deed: 'save' | 'publish' = 'save') => {
    if (isPending) return setQueued(deed)
    const content = deed === 'publish' ? { ...form, status: RuleStatus.published } : form
    if (isBehind || JSON.stringify(content) === JSON.stringify(formOf(base))) return
    setForm(content)
    if (content.status !== 'published' || !saysAnother(content, formOf(base))) return save(content)
    run(
      () => checkRuleAction(base?.id ?? null, fromForm(content)),
      (found) => (found.length > 0 ? setConflicts(found) : save(content)),
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
    discard: () => adopt(rule ?? base),
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

/** Whether anything changed that another rule could contradict; category and tags say nothing. */
function saysAnother(form: RuleForm, before: RuleForm): boolean {
  const { category: _category, tags: _tags, ...said } = form
  const { category: _before, tags: _beforeTags, ...saidBefore } = before
  return JSON.stringify(said) !== JSON.stringify(saidBefore)
}
