'use client'

import { useEffect, useRef, useState } from 'react'
import { mergeForms } from './merge-forms'
import type { RuleForm } from './rule-form'
import { forgetUnsaved, readUnsaved, type UnsavedKey, writeUnsaved } from './unsaved-rule'

type KeptForm = { key: UnsavedKey | null; base: RuleForm; form: RuleForm; isDirty: boolean; onFound: (mine: RuleForm) => void }

/**
 * Keeps what is typed in this tab until it is saved or given up, and brings it back after a crash, a reload or an expired session: on top of
 * what the rule says by now. Returns whether that happened.
 */
export function useKeptForm({ key, base, form, isDirty, onFound }: KeptForm): boolean {
  const [isFound, setFound] = useState(false)
  const start = useRef({ base, onFound })
  // The server knows nothing of it, so it comes after the first drawing.
  useEffect(() => {
    const kept = key && readUnsaved(key)
    if (!kept) return
    start.current.onFound(mergeForms({ base: kept.base, theirs: start.current.base, mine: kept.mine }))
    setFound(true)
  }, [key])
  const wasDirty = useRef(false)
  useEffect(() => {
    if (!key) return
    if (isDirty) writeUnsaved(key, { base, mine: form })
    else if (wasDirty.current) forgetUnsaved(key)
    wasDirty.current = isDirty
  }, [key, base, form, isDirty])
  return isFound && isDirty
}
