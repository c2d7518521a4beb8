'use client'

import { unstable_rethrow } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import type { Attempt, Problem } from './attempt'

/** Runs actions and keeps what went wrong with the last one, in words. */
export function useAttempt() {
  const t = useTranslations('errors')
  const [isPending, startTransition] = useTransition()
  const [isAside, setAside] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  const doIt = async <T>(work: () => Promise<Attempt<T>>, onDone?: (value: T) => void) => {
    setProblem(null)
    try {
      const result = await work()
      if (result.ok) onDone?.(result.value)
      else setProblem(result.problem)
    } catch (error) {
      unstable_rethrow(error)
      // Nothing comes back as a throw but a request that did not get through.
      setProblem({ code: 'offline' })
    }
  }
  const run = <T>(work: () => Promise<Attempt<T>>, onDone?: (value: T) => void) => startTransition(() => doIt(work, onDone))

  /** As `run`, and one may go elsewhere meanwhile: a transition holds every navigation back until its work is done. */
  const runAside = <T>(work: () => Promise<Attempt<T>>, onDone?: (value: T) => void) => {
    setAside(true)
    doIt(work, onDone)
      // To sign in again, for instance: the router hears of it in a transition.
      .catch((error: unknown) =>
        startTransition(() => {
          throw error
        }),
      )
      .finally(() => setAside(false))
  }

  const fieldProblem = (name: string): string | undefined => {
    const key = Object.keys(problem?.fields ?? {}).find((path) => path === name || path.startsWith(`${name}.`))
    const kind = key && problem?.fields?.[key]
    return kind ? t(`field.${kind}`) : undefined
  }
  return {
    run,
    runAside,
    isPending: isPending || isAside,
    problem,
    words: problem && t(problem.code),
    fieldProblem,
    forget: () => setProblem(null),
  }
}
