'use client'

import { useTranslations } from 'next-intl'
import type { DoorState } from './form-state'

/** The words for what is wrong: one line for the form, one for a field. */
export function useDoorProblems(area: 'signIn' | 'setup', { error }: DoorState) {
  const t = useTranslations('door')
  const errors = useTranslations('errors')
  const formProblem = () => {
    if (!error || error.fields) return null
    const key = `${area}.${error.code}` as 'signIn.unauthorized'
    return t.has(key) ? t(key) : errors(error.code)
  }
  const fieldProblem = (name: string): string | undefined => {
    const problem = error?.fields?.[name]
    if (!problem) return undefined
    return errors(`field.${name === 'email' && problem === 'invalid' ? 'email' : problem}`)
  }
  return { formProblem: formProblem(), fieldProblem }
}
