'use client'

import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { RuleState } from '@/lib/faq/get-rule-states'
import type { DraftRecord } from '@/lib/suggestions/list-drafts'
import type { Language } from '@/prisma/generated/enums'
import { useReplyState } from './reply-context'

export type AssistantData = {
  ticketId: string
  language: Language
  /** What was searched for, masked; empty before it was. */
  question: string
  isAdmin: boolean
  /** The newest first. */
  drafts: DraftRecord[]
  /** How the rules of these drafts stand now; of one that is not here nothing is known. */
  ruleStates: RuleState[]
}

const AssistantContext = createContext<AssistantData | null>(null)

/** What the parts of the assistant know beside the draft itself. */
export function AssistantProvider({ children, ...data }: AssistantData & { children: ReactNode }) {
  const { ticketId, language, question, isAdmin, drafts, ruleStates } = data
  const known = useMemo(
    () => ({ ticketId, language, question, isAdmin, drafts, ruleStates }),
    [ticketId, language, question, isAdmin, drafts, ruleStates],
  )
  return <AssistantContext value={known}>{children}</AssistantContext>
}

export function useAssistant(): AssistantData {
  const data = useContext(AssistantContext)
  if (!data) throw new Error('useAssistant outside of AssistantProvider')
  return data
}

/** The stored draft that the text in the composer was made from. */
export function useShownDraft(): DraftRecord | null {
  const { drafts } = useAssistant()
  const { base, draft } = useReplyState()
  const id = base?.id ?? draft?.id
  return drafts.find((one) => one.id === id) ?? null
}
