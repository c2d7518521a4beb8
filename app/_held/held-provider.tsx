'use client'

import { useRouter } from 'next/navigation'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import type { HeldReply } from '@/lib/messages/list-held-replies'
import { useAttempt } from '../_doors/use-attempt'
import { undoReplyAction } from './actions'

/** A reply that can still be taken back; `endsAt` by this page's own clock. */
export type Held = HeldReply & { endsAt: number }

type HeldState = {
  held: Held[]
  hold: (reply: HeldReply) => void
  /** Takes it back, by default the one sent last, and goes to its ticket. */
  undo: (messageId?: string) => void
  isUndoing: boolean
  /** Why taking it back did not work. */
  problem: 'too_late' | 'other' | null
  words: string | null
  forget: () => void
}

const HeldContext = createContext<HeldState | null>(null)

const withEnd = (reply: HeldReply): Held => ({ ...reply, endsAt: performance.now() + reply.leftMs })

/** Knows what this agent has sent in the last seconds, on whatever screen they are by now. */
export function HeldProvider({ initial, children }: { initial: HeldReply[]; children: ReactNode }) {
  const router = useRouter()
  const [held, setHeld] = useState<Held[]>([])
  const { run, isPending, problem, words, forget } = useAttempt()

  // After the first paint: the server's clock is not the page's.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the page came with counts once
  useEffect(() => setHeld(initial.map(withEnd)), [])
  useEffect(() => {
    const next = Math.min(...held.map(({ endsAt }) => endsAt))
    if (!Number.isFinite(next)) return
    const timer = setTimeout(() => setHeld((all) => all.filter(({ endsAt }) => endsAt > next)), Math.max(0, next - performance.now()))
    return () => clearTimeout(timer)
  }, [held])

  const hold = useCallback(
    (reply: HeldReply) => {
      forget()
      setHeld((all) => [...all.filter(({ messageId }) => messageId !== reply.messageId), withEnd(reply)])
    },
    [forget],
  )
  const last = held.at(-1)?.messageId
  const undo = useCallback(
    (messageId = last) => {
      if (!messageId || isPending) return
      run(
        () => undoReplyAction(messageId),
        ({ ticketId }) => {
          setHeld((all) => all.filter((reply) => reply.messageId !== messageId))
          router.push(`/tickets/${ticketId}${window.location.search}`)
          router.refresh()
        },
      )
    },
    [last, isPending, run, router],
  )
  const why = problem === null ? null : problem.reason === 'too_late' || problem.code === 'not_found' ? 'too_late' : 'other'
  const state = useMemo<HeldState>(
    () => ({ held, hold, undo, isUndoing: isPending, problem: why, words, forget }),
    [held, hold, undo, isPending, why, words, forget],
  )
  return <HeldContext value={state}>{children}</HeldContext>
}

export function useHeld(): HeldState {
  const state = useContext(HeldContext)
  if (!state) throw new Error('useHeld outside of HeldProvider')
  return state
}
