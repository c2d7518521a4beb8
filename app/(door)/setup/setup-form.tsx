'use client'

import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { describedBy, Field } from '../../_components/field'
import { Input } from '../../_components/input'
import { Notice } from '../../_components/notice'
import { EMPTY_DOOR_STATE } from '../form-state'
import { SubmitButton } from '../submit-button'
import { useDoorProblems } from '../use-door-problems'
import { useFirstProblem } from '../use-first-problem'
import { setUpAction } from './actions'

const FIELDS = [
  { name: 'name', type: 'text', autoComplete: 'name' },
  { name: 'email', type: 'email', autoComplete: 'username' },
  { name: 'password', type: 'password', autoComplete: 'new-password' },
] as const

export function SetupForm() {
  const t = useTranslations('door.setup')
  const [state, action] = useActionState(setUpAction, EMPTY_DOOR_STATE)
  const form = useFirstProblem(state)
  const { formProblem, fieldProblem } = useDoorProblems('setup', state)
  const language = useLocale()
  return (
    <form ref={form} action={action} noValidate className="flex flex-col gap-3.5">
      {formProblem && (
        <Notice kind="error">
          {formProblem}{' '}
          {state.error?.code === 'conflict' && (
            <Link href="/sign-in" className="underline underline-offset-3">
              {t('toSignIn')}
            </Link>
          )}
        </Notice>
      )}
      <input type="hidden" name="language" value={language} />
      {FIELDS.map(({ name, type, autoComplete }, index) => {
        const error = fieldProblem(name)
        const hint = name === 'password' ? t('passwordHint') : undefined
        return (
          <Field key={name} id={name} label={t(name)} hint={hint} error={error}>
            <Input
              id={name}
              name={name}
              type={type}
              autoComplete={autoComplete}
              autoFocus={index === 0}
              required
              defaultValue={name === 'password' ? undefined : state.values?.[name]}
              aria-invalid={error !== undefined}
              aria-describedby={describedBy(name, { hint, error })}
              className="h-9"
            />
          </Field>
        )
      })}
      <div className="mt-1">
        <SubmitButton label={t('submit')} workingLabel={t('working')} />
      </div>
    </form>
  )
}
