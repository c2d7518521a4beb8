'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import type { HeldReply } from '@/lib/messages/list-held-replies'
import { useAttempt } from '../_doors/use-attempt'
import { undoReplyAction } from './actions'

/** A reply that can still be taken back; `endsAt` by this page's own clock. */
export type Held = HeldReply & { endsAt: number }

/** What somebody asked for and has not got, or what became of it, told on whatever screen they are by now; `name` is what it was about, `href` leads back to it. */
export type Told = { name: string; href: string; words: string }

type HeldState = {
  held: Held[]
  told: readonly Told[]
  tell: (what: Told) => void
  hear: (what: Told) => void
  hold: (reply: HeldReply) => void
  /** Takes it back, by default the one sent last, and goes to its ticket, unless the agent has meanwhile gone elsewhere. */
  undo: (messageId?: string) => void
  isUndoing: boolean
  /** Why taking it back did not work. */
  problem: 'too_late' | 'other' | null
  words: string | null
  forget: () => void
}

const HeldContext = createContext<HeldState | null>(null)

/** A ticket, as it is told of: with the queue as it is. */
export function ofTicket({ ticketId, number }: { ticketId: string; number: number }): Pick<Told, 'name' | 'href'> {
  const { pathname, search } = window.location
  return { name: `#${number}`, href: `/tickets/${ticketId}${pathname.startsWith('/tickets') ? search : ''}` }
}

const withEnd = (reply: HeldReply): Held => ({ ...reply, endsAt: performance.now() + reply.leftMs })

/** Knows what this agent has sent in the last seconds, on whatever screen they are by now. */
export function HeldProvider({ initial, children }: { initial: HeldReply[]; children: ReactNode }) {
  const t = useTranslations('composer.held')
  const router = useRouter()
  const [held, setHeld] = useState<Held[]>([])
  const [told, setTold] = useState<readonly Told[]>([])
  const { runAside: run, isPending, problem, words, forget } = useAttempt()
  const tell = useCallback((what: Told) => setTold((all) => [...all, what]), [])
  const hear = useCallback((what: Told) => setTold((all) => all.filter((each) => each !== what)), [])

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
  const undo = useCallback(
    (messageId?: string) => {
      const reply = held.findLast((each) => !messageId || each.messageId === messageId)
      if (!reply || isPending) return
      const from = window.location.pathname
      run(
        () => undoReplyAction(reply.messageId),
        ({ ticketId }) => {
          setHeld((all) => all.filter((each) => each.messageId !== reply.messageId))
          if (window.location.pathname === from) router.push(`/tickets/${ticketId}${window.location.search}`)
          else tell({ ...ofTicket({ ticketId, number: reply.number }), words: t('takenBack') })
          router.refresh()
        },
      )
    },
    [held, isPending, run, router, tell, t],
  )
  const why = problem === null ? null : problem.reason === 'too_late' || problem.code === 'not_found' ? 'too_late' : 'other'
  const state = useMemo<HeldState>(
    () => ({ held, told, tell, hear, hold, undo, isUndoing: isPending, problem: why, words, forget }),
    [held, told, tell, hear, hold, undo, isPending, why, words, forget],
  )
  return <HeldContext value={state}>{children}</HeldContext>
}

export function useHeld(): HeldState {
  const state = useContext(HeldContext)
  if (!state) throw new Error('useHeld outside of HeldProvider')
  return state
}
