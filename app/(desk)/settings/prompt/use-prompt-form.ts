'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import type { PromptVersion } from '@/lib/settings/list-prompt-templates'
import { useLeave, useLeaveGuard } from '../../../_components/leave-guard'
import { useAttempt } from '../../../_doors/use-attempt'
import { useLiveRefresh } from '../../../_live/use-live-refresh'
import { restorePromptAction, savePromptAction } from './actions'

export type PromptText = { zh: string; en: string }
type Base = PromptText & { version: number }

const isSame = (one: PromptText, other: PromptText) => one.zh === other.zh && one.en === other.en

/** The text being edited. What others save meanwhile never touches it: it is shown, and one chooses. */
export function usePromptForm(current: PromptVersion, room: Record<keyof PromptText, number>) {
  const router = useRouter()
  const leave = useLeave()
  const { run, isPending, problem, words } = useAttempt()
  const [base, setBase] = useState<Base>(current)
  const [form, setForm] = useState<PromptText>({ zh: current.zh, en: current.en })
  const [savedVersion, setSavedVersion] = useState<number | null>(null)
  const isDirty = !isSame(form, base)
  const isBehind = current.version > base.version
  // Nothing of one's own is lost: what is in force now is what one sees.
  if (isBehind && (!isDirty || isSame(form, current))) adopt(current)

  useLiveRefresh((event) => event.kind === 'settings')
  useLeaveGuard(isDirty, { keeps: (url) => url.pathname === '/settings/prompt', onLeave: () => undefined })
  const isConflict = problem?.code === 'conflict'
  useEffect(() => {
    if (isConflict) router.refresh()
  }, [isConflict, router])

  function adopt(next: Base) {
    setBase(next)
    setForm({ zh: next.zh, en: next.en })
  }
  const isTooLong = (language: keyof PromptText) => form[language].trim().length > room[language]
  const isEmpty = (language: keyof PromptText) => form[language].trim() === ''
  const canSave = isDirty && !(['zh', 'en'] as const).some((language) => isTooLong(language) || isEmpty(language))
  const done = (saved: Base) => {
    adopt(saved)
    setSavedVersion(saved.version)
  }
  return {
    form,
    base,
    isDirty,
    isPending,
    canSave,
    isTooLong,
    isEmpty,
    /** What another admin put into force while something is unsaved here. */
    meanwhile: isBehind && isDirty && !isPending ? current : null,
    /** What went wrong, unless the screen says it elsewhere. */
    words: isConflict ? null : words,
    savedVersion: isDirty ? null : savedVersion,
    change: (part: Partial<PromptText>) => setForm((old) => ({ ...old, ...part })),
    discard: () => adopt(base),
    save: () => canSave && !isPending && run(() => savePromptAction(form, base.version), done),
    restore: (version: number) => leave(() => run(() => restorePromptAction(version, current.version), done)),
    takeTheirs: () => adopt(current),
    /** What is in force now has been seen: the next save is meant to replace it. */
    goOn: () => setBase(current),
  }
}
