'use client'

import { createContext, useContext } from 'react'
import type { Rule } from '@/lib/faq/schema'

/** What the parts around the form may do with it. */
export type EditorState = {
  isDirty: boolean
  /** The rule was changed by this very person, beside the form: what is typed stays on top of it. */
  adoptMine: (rule: Rule) => void
}

export const EditorContext = createContext<EditorState>({ isDirty: false, adoptMine: () => undefined })

export function useEditor(): EditorState {
  return useContext(EditorContext)
}
