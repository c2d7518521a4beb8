'use client'

import { unstable_rethrow } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import type { Attempt, Problem } from './attempt'

/** Runs actions and keeps what went wrong with the last one, in words. */
export function useAttempt() {
  const t = useTranslations('errors')
  const [isPending, startTransition] = useTransition()
  const [problem, setProblem] = useState<Problem | null>(null)

  const run = <T>(work: () => Promise<Attempt<T>>, onDone?: (value: T) => void) =>
    startTransition(async () => {
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
    })

  const fieldProblem = (name: string): string | undefined => {
    const key = Object.keys(problem?.fields ?? {}).find((path) => path === name || path.startsWith(`${name}.`))
    const kind = key && problem?.fields?.[key]
    return kind ? t(`field.${kind}`) : undefined
  }
  return { run, isPending, problem, words: problem && t(problem.code), fieldProblem, forget: () => setProblem(null) }
}
