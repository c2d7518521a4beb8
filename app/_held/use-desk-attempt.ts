'use client'

import { useEffect, useRef, useState } from 'react'
import type { Attempt, Problem } from '../_doors/attempt'
import { useReadAt } from '../_doors/page-read'
import { type OnDone, useAttempt } from '../_doors/use-attempt'
import { useHeld } from './held-provider'

/**
 * Actions of a screen that hold nobody on it: one may go elsewhere while they run. What fails then is told there, by `name`, which leads back to where
 * it was asked for. `wordsFor` may say it better than the general words do.
 */
export function useDeskAttempt(name: string, wordsFor: (problem: Problem) => string | undefined = () => undefined) {
  const { tell } = useHeld()
  const readAt = useReadAt()
  /** Where it was asked for. */
  const from = useRef('')
  const fail = (words: string) => tell({ name, href: from.current, words })
  const { run: _, runAside, isPending, ...rest } = useAttempt((problem, words) => fail(wordsFor(problem) ?? words))
  /** Of which page it was done. */
  const [doneOn, setDoneOn] = useState<number | null>(null)
  const page = useRef(readAt)
  useEffect(() => {
    page.current = readAt
  })
  /** Does what the page need not be read again for. */
  const ask = <T>(work: () => Promise<Attempt<T>>, onDone?: OnDone<T>) => {
    from.current = window.location.pathname + window.location.search
    runAside(work, onDone)
  }
  /** Does what is pending until the page that shows it is here. */
  const run = <T>(work: () => Promise<Attempt<T>>, onDone?: OnDone<T>) =>
    ask(work, (value, isHere) => {
      setDoneOn(page.current)
      onDone?.(value, isHere)
    })
  return {
    ...rest,
    ask,
    run,
    /** Tells, wherever one is by now, that something was not done. */
    fail,
    isPending: isPending || doneOn === readAt,
    words: (rest.problem && wordsFor(rest.problem)) ?? rest.words,
  }
}
