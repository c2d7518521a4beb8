'use client'

import type { Problem } from '../../../_doors/attempt'
import { useAttempt } from '../../../_doors/use-attempt'
import { useHeld } from '../../../_held/held-provider'
import { useReplyState } from './reply-context'

/**
 * Actions on the ticket that is open. One may go on to the next while they run; what fails then is said there, with the ticket's number. `wordsFor`
 * may say it better than the general words do.
 */
export function useTicketAttempt(wordsFor: (problem: Problem) => string | undefined = () => undefined) {
  const { ticketId, number } = useReplyState()
  const { tell } = useHeld()
  const { runAside, ...rest } = useAttempt((problem, words) => tell({ ticketId, number, words: wordsFor(problem) ?? words }))
  return { ...rest, run: runAside, words: (rest.problem && wordsFor(rest.problem)) ?? rest.words }
}
