'use client'

import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { TicketPresence } from '../../../_presence/ticket-presence'
import { type ReplySource, useReply } from './use-reply'

/** What is lit: one sentence of the draft, or one rule. The other side lights up with it. */
export type Lit = { kind: 'sentence'; index: number } | { kind: 'rule'; position: number } | null

type ReplyState = ReturnType<typeof useReply> & {
  ticketId: string
  number: number
  /** When the page was read that is shown: another one, another time. */
  readAt: number
  lit: Lit
  setLit: (lit: Lit) => void
  isAssistantOpen: boolean
  setAssistantOpen: (isOpen: boolean) => void
}

const ReplyContext = createContext<ReplyState | null>(null)

/** What composer and assistant share. Keyed by ticket, so nothing of one reaches the next. */
export function ReplyProvider({
  children,
  number,
  readAt,
  ...source
}: ReplySource & { number: number; readAt: number; children: ReactNode }) {
  const reply = useReply(source)
  const [lit, setLit] = useState<Lit>(null)
  const [isAssistantOpen, setAssistantOpen] = useState(false)
  const { ticketId } = source
  const state = useMemo(
    () => ({ ...reply, ticketId, number, readAt, lit, setLit, isAssistantOpen, setAssistantOpen }),
    [reply, ticketId, number, readAt, lit, isAssistantOpen],
  )
  return (
    <ReplyContext value={state}>
      <TicketPresence ticketId={ticketId} agentId={source.agentId} ownText={reply.isOwn ? reply.text : null}>
        {children}
      </TicketPresence>
    </ReplyContext>
  )
}

export function useReplyState(): ReplyState {
  const state = useContext(ReplyContext)
  if (!state) throw new Error('useReplyState outside of ReplyProvider')
  return state
}
