'use client'

import { useEffect, useRef, useState } from 'react'
import type { Attempt, Problem } from '../../../_doors/attempt'
import { useAttempt } from '../../../_doors/use-attempt'
import { ofTicket, useHeld } from '../../../_held/held-provider'
import { useReplyState } from './reply-context'

/**
 * Actions on the ticket that is open. One may go on to the next while they run; what fails then is said there, with the ticket's number. They are
 * pending until the page that shows what they did is here. `wordsFor` may say it better than the general words do.
 */
export function useTicketAttempt(wordsFor: (problem: Problem) => string | undefined = () => undefined) {
  const { ticketId, number, readAt } = useReplyState()
  const { tell } = useHeld()
  const { runAside, isPending, ...rest } = useAttempt((problem, words) =>
    tell({ ...ofTicket({ ticketId, number }), words: wordsFor(problem) ?? words }),
  )
  /** Of which page it was done. */
  const [doneOn, setDoneOn] = useState<number | null>(null)
  const page = useRef(readAt)
  useEffect(() => {
    page.current = readAt
  })
  /** @param onDone hears the page that does not show it yet */
  const run = <T>(work: () => Promise<Attempt<T>>, onDone?: (value: T, page: number) => void, onFail?: () => void) =>
    runAside(
      work,
      (value) => {
        setDoneOn(page.current)
        onDone?.(value, page.current)
      },
      onFail,
    )
  return { ...rest, run, isPending: isPending || doneOn === readAt, words: (rest.problem && wordsFor(rest.problem)) ?? rest.words }
}
