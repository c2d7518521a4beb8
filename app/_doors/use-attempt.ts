'use client'

import { unstable_rethrow } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, useTransition } from 'react'
import type { Attempt, Problem } from './attempt'
import { actionBegins } from './under-way'

/** `isHere`: whether the screen that asked is still there; who has left must not be taken elsewhere. */
export type OnDone<T> = (value: T, isHere: boolean) => void

/**
 * Runs actions and keeps what went wrong with the last one, in words. `onLeft` hears what went wrong after the screen that asked is gone;
 * without it nobody does.
 */
export function useAttempt(onLeft?: (problem: Problem, words: string) => void) {
  const t = useTranslations('errors')
  const [isPending, startTransition] = useTransition()
  const [aside, setAside] = useState(0)
  const [problem, setProblem] = useState<Problem | null>(null)
  const isHere = useRef(false)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])

  /** Whether it was done. */
  const doIt = async <T>(work: () => Promise<Attempt<T>>, onDone?: OnDone<T>): Promise<boolean> => {
    const fail = (what: Problem) => (isHere.current || !onLeft ? setProblem(what) : onLeft(what, t(what.code)))
    setProblem(null)
    try {
      const result = await work()
      if (result.ok) onDone?.(result.value, isHere.current)
      else fail(result.problem)
      return result.ok
    } catch (error) {
      unstable_rethrow(error)
      // Nothing comes back as a throw but a request that did not get through.
      fail({ code: 'offline' })
      return false
    }
  }
  const run = <T>(work: () => Promise<Attempt<T>>, onDone?: OnDone<T>) =>
    startTransition(async () => {
      await doIt(work, onDone)
    })

  /** As `run`, and one may go elsewhere meanwhile: a transition holds every navigation back until its work is done. */
  const runAside = <T>(work: () => Promise<Attempt<T>>, onDone?: OnDone<T>, onFail?: () => void) => {
    const end = actionBegins()
    setAside((count) => count + 1)
    doIt(work, onDone)
      .then((isDone) => isDone || onFail?.())
      // To sign in again, for instance: the router hears of it in a transition.
      .catch((error: unknown) =>
        startTransition(() => {
          throw error
        }),
      )
      .finally(() => {
        setAside((count) => count - 1)
        end()
      })
  }

  const fieldProblem = (name: string): string | undefined => {
    const key = Object.keys(problem?.fields ?? {}).find((path) => path === name || path.startsWith(`${name}.`))
    const kind = key && problem?.fields?.[key]
    return kind ? t(`field.${kind}`) : undefined
  }
  return {
    run,
    runAside,
    isPending: isPending || aside > 0,
    problem,
    words: problem && t(problem.code),
    fieldProblem,
    forget: () => setProblem(null),
  }
}
